"""One row for each submission, one column for each lesson and each of its exercises: for spreadsheets."""

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
    extra = any(lesson.extra for lesson in report.suite.lessons)
    names = [name for each in report.suite.lessons for name in (each.name, *(e.name for e in each.exercises))]
    sums = ["earned", "possible", *(["extra_earned", "extra_possible"] if extra else [])]
    writer.writerow(["submission", "owner", *sums, *names, "confinement", "notes"])
    for grade in report.grades:
        earned = [
            grade.earned,
            grade.possible,
            *([grade.extra_earned, grade.extra_possible] if extra else []),
        ]
        for lesson in grade.lessons:
            earned += [lesson.earned, *(exercise.earned for exercise in lesson.exercises)]
        notes = [*grade.notes, *(note for exercise in grade.exercises for note in exercise.notes)]
        told = [report.receipt.confinement, _cell("; ".join(dict.fromkeys(notes)))]
        who = [_cell(grade.submission), _cell(grade.owner)]
        writer.writerow([*who, *map(_number, earned), *told])
    return disarmed(sink.getvalue())


def _number(points: float | None) -> str:
    return "" if points is None else f"{points:g}"


def _cell(text: str) -> str:
    """Keep a spreadsheet from taking a student's text for a formula: CWE-1236."""
    flat = " ".join(text.split())
    return "'" + flat if flat[:1] in FORMULAS else flat
