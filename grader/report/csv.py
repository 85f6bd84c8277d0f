"""One row a submission, one column an exercise: what a spreadsheet takes in."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from grader.report.runners import disarmed

if TYPE_CHECKING:
    from grader.judging.grades import Report

__all__ = ["render"]

FORMULAS = {*"=+-@", *"\uff1d\uff0b\uff0d\uff20"}  # how one begins, also in full width


def render(report: Report) -> str:
    """Return CSV (RFC 4180, with plain line ends); empty cells where something could not be judged."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    names = [exercise.name for exercise in report.suite.exercises]
    writer.writerow(["submission", "owner", "earned", "possible", *names, "confinement", "notes"])
    for grade in report.grades:
        points = [_number(exercise.earned) for exercise in grade.exercises]
        earned = [_number(grade.earned), _number(grade.possible)]
        notes = [*grade.notes, *(note for exercise in grade.exercises for note in exercise.notes)]
        told = [report.receipt.confinement, _cell("; ".join(dict.fromkeys(notes)))]
        writer.writerow([_cell(grade.submission), _cell(grade.owner), *earned, *points, *told])
    return disarmed(sink.getvalue())


def _number(points: float | None) -> str:
    return "" if points is None else f"{points:g}"


def _cell(text: str) -> str:
    """Keep a spreadsheet from taking a student's text for a formula: CWE-1236."""
    flat = " ".join(text.split())
    return "'" + flat if flat[:1] in FORMULAS else flat
