"""What ``grader audit --matrix`` does: the zoo on trial, as text on the screen and as a file."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from typing import TYPE_CHECKING

import click

from grader.cases import CASES
from grader.errors import UsageError
from grader.matrix import CHECKS, Matrix, records, share, text
from grader.trials import rounds, sheets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from grader.matrix import Sheet
    from grader.trials import Field

__all__ = ["check_output", "show_curve", "show_matrix"]

COUNTS = (2, 5, 10, 15, 20, CASES)


def check_output(output: Path | None) -> None:
    """Refuse a file of another kind before the work is done."""
    if output is not None and output.suffix not in {".csv", ".json"}:
        raise UsageError(f"{output} must end in .csv or .json.")


def show_matrix(field: Field, seed: int, seeds: int, jobs: int, output: Path | None) -> int:
    """Make, print and write the matrix; return how much there is to mend.

    Args:
        field: what is put on trial.
        seed: the first seed; the matrix is of this one.
        seeds: how many seeds everybody is judged on.
        jobs: processes.
        output: a file, by its suffix CSV or JSON.
    """
    judged = sheets(field, seed, jobs, pins=seeds > 1)
    click.echo(text(Matrix(field.suite, tuple(judged))))
    more = rounds(field, judged, range(seed + 1, seed + seeds), jobs)
    matrix = Matrix(field.suite, tuple(judged), tuple(more))
    found = 0
    for check in CHECKS:
        findings = list(check(matrix))
        click.echo(f"{'not so' if findings else 'ok':>6}  {check.__doc__}")
        for finding in findings:
            click.echo(f"        {finding}")
        found += len(findings)
    wrong = sum(len(sheet.wrong()) for sheet in matrix.sheets)
    wheats = sum(row.kind == "wheat" for sheet in matrix.sheets for row in sheet.rows)
    click.echo(f"{wrong} wrong and {wheats} right implementations, seeds {seed} to {seed + seeds - 1}.")
    if output is not None:
        output.write_text(_written(matrix, output.suffix), "utf-8")
    return found


def show_curve(field: Field, seed: int, seeds: int, jobs: int) -> int:
    """Print, for more and more cases, in how many seeds they catch everything; return the last misses."""
    judged = sheets(field, seed, jobs)
    misses = 0
    for count in COUNTS:
        caught, of = _point(field, judged, count, range(seed, seed + seeds), jobs)
        misses = of - caught
        click.echo(f"{count:>4} cases: everything is caught in {caught} of {of} seeds")
    return misses


def _point(
    field: Field, judged: Sequence[Sheet], count: int, seeds: Sequence[int], jobs: int
) -> tuple[int, int]:
    counted = dataclasses.replace(field, count=count)
    found = tuple(rounds(counted, judged, seeds, jobs, wheats=False))
    for each in found:
        for name in each.survivors:
            click.echo(f"      {each.exercise}, seed {each.seed}: {name} is missed")
    return share(found, count)


def _written(matrix: Matrix, suffix: str) -> str:
    if suffix == ".json":
        return json.dumps({"schema": "matrix/1", "suite": matrix.suite, "rows": [*records(matrix)]}) + "\n"
    lines = list(records(matrix))
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(lines[0]) if lines else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return buffer.getvalue()
