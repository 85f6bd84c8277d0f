"""What ``grader audit`` prints: the course's promises, or the kill matrix. ``grader release`` checks both."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from grader.audit.audited import Audit
from grader.audit.exercise import Setup, has_implementations
from grader.audit.matrix import Matrix
from grader.audit.matrix_checks import CHECKS
from grader.audit.parallel import mutants, rounds, sheets
from grader.audit.soundness import audit, before_release
from grader.audit.tables import diagnosed, diagnoses, records, text
from grader.cli.changes import writing
from grader.course.cases import Kept
from grader.errors import SuiteError, UsageError
from grader.files import replace
from grader.pipeline import Grader
from grader.sandbox import Limits, WarmProcesses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from grader.course.load import Course

__all__ = ["check_output", "check_release", "show_audit", "show_matrix", "show_mutants"]


def check_output(output: Path | None) -> None:
    """Refuse a file of another kind before the work is done."""
    if output is not None and output.suffix not in {".csv", ".json"}:
        raise UsageError(f"{output} must end in .csv or .json.")
    if output is not None and not output.parent.is_dir():
        raise UsageError(f"{output.parent} is not a folder. Create it first, or choose another one.")


def show_audit(course: Course, setup: Setup, assignments: Path, seed: int) -> int:
    """Print the course's promises and what is wrong with each; return how many problems there are.

    Args:
        course: the course.
        setup: where its lessons and implementations are.
        assignments: the folder of the stubs.
        seed: which cases.
    """
    with _audited(course, setup, assignments, seed) as audited:
        found = _show(audit(audited))
    click.echo(f"{_problems(found)} to fix." if found else "The course is sound.")
    return found


def show_matrix(course: Course, setup: Setup, seed: int, seeds: int, jobs: int, output: Path | None) -> int:
    """Make, print and write the matrix; return how much there is to fix.

    Args:
        course: the course.
        setup: what is judged.
        seed: the first seed; the matrix and the diagnoses are of this one.
        seeds: how many seeds everybody is judged on.
        jobs: processes.
        output: a file, by its suffix CSV or JSON.
    """
    judged = sheets(setup, seed, jobs, pins=seeds > 1)
    first = Matrix(course.suite.name, tuple(judged))
    click.echo(text(first))
    click.echo(diagnoses(first))
    more = rounds(setup, judged, range(seed + 1, seed + seeds), jobs)
    matrix = dataclasses.replace(first, rounds=tuple(more))
    found = _held(matrix)
    asked = f"seeds {seed} to {seed + seeds - 1}" if seeds > 1 else f"seed {seed}"
    click.echo(f"{_counted(matrix)}, {asked}.")
    if output is not None:
        with writing():
            replace(output, _written(matrix, output.suffix))
    return found


def check_release(course: Course, setup: Setup, jobs: int) -> None:
    """Check a course before its release, and print what comes out; without chaffs there is no matrix.

    Args:
        course: the course.
        setup: what is judged, with the cases that it ships.
        jobs: processes.

    Raises:
        SuiteError: something is to fix.
    """
    tried = has_implementations(setup)
    if not tried:
        click.echo(
            f"No kill matrix: {setup.implementations} holds no wheats or chaffs of {course.suite.name}."
        )
    click.echo("Checks before the release (--skip-checks skips them):")
    # The stubs are what the release is going to write: nobody looks at them yet.
    with _audited(course, setup, setup.solutions, 0) as audited:
        found = _show(audit(audited, before_release()))
    if tried:
        matrix = Matrix(course.suite.name, tuple(sheets(setup, 0, jobs, pins=False)))
        found += _held(matrix)
        click.echo(f"{_counted(matrix)}.")
    if found:
        raise SuiteError(f"{_problems(found)} to fix. Nothing was released.")


def show_mutants(setup: Setup, seed: int, jobs: int) -> int:
    """Mutate every right implementation and print the mutants that keep all promises; return how many do.

    Args:
        setup: what is judged.
        seed: which cases.
        jobs: processes.

    Raises:
        UsageError: there are no right implementations.
    """
    if not has_implementations(setup):
        raise UsageError(f"{setup.implementations} holds no implementations of this course.")
    survivors = 0
    for found in mutants(setup, seed, jobs):
        click.echo(f"{found.exercise}: {found.count} mutants, {found.equivalent} of them right.")
        for name in found.survivors:
            click.echo(f"      {name} is missed")
        survivors += len(found.survivors)
    return survivors


def _held(matrix: Matrix) -> int:
    checked = ((" ".join((check.__doc__ or "").split()), list(check(matrix))) for check in CHECKS)
    return _show((promise, findings, not findings) for promise, findings in checked)


def _show(checked: Iterable[tuple[str, Sequence[str], bool]]) -> int:
    """Print what must hold and, below it, what does not; return how much that is."""
    found = 0
    for promise, findings, holds in checked:
        click.echo(f"{'ok' if holds else 'failed':>6}  {promise}")
        for finding in findings or ([] if holds else ["See above."]):
            click.echo(f"        {finding}")
        found += len(findings)
    return found


def _problems(count: int) -> str:
    return "1 problem" if count == 1 else f"{count} problems"


def _counted(matrix: Matrix) -> str:
    wrong = sum(len(sheet.wrong()) for sheet in matrix.sheets)
    wheats = sum(row.kind == "wheat" for sheet in matrix.sheets for row in sheet.rows)
    return f"{wrong} wrong and {wheats} right implementations"


def _written(matrix: Matrix, suffix: str) -> str:
    if suffix == ".json":
        tables = {"rows": [*records(matrix)], "diagnoses": [*diagnosed(matrix)]}
        return json.dumps({"schema": "matrix/1", "suite": matrix.suite, **tables}) + "\n"
    lines = list(records(matrix))
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(lines[0]) if lines else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return buffer.getvalue()


@contextmanager
def _audited(course: Course, setup: Setup, assignments: Path, seed: int) -> Iterator[Audit]:
    with WarmProcesses() as warm:
        grader = Grader(course.suite, Kept(course.cases), seed, warm, Limits())
        yield Audit(grader, course.package, setup.solutions, assignments, setup.implementations)
