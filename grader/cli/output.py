"""Where a report goes: as it was asked for, to stdout or, in one step, to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from grader.errors import UsageError
from grader.files import replace

if TYPE_CHECKING:
    from pathlib import Path

    from grader.course.load import Course
    from grader.judging.grades import Report


def render(report: Report, form: str, course: Course, lang: str, verbose: bool) -> str:
    """Return the report as text, json or csv."""
    if form == "json":
        from grader.report import json

        return json.render(report)
    if form == "csv":
        from grader.report import csv

        return csv.render(report)
    from grader.cli.screen import plain

    return plain(report, course, lang=lang, verbose=verbose)


def write(text: str, output: Path | None) -> None:
    """Write the report to a file, or to stdout."""
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        replace(output, text)
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}.") from error


def journal_path(output: Path | None) -> Path | None:
    """Return where grades are kept until the report is written; None if it goes to no ordinary file.

    Raises:
        UsageError: there is no folder for it, which is better said before grading than after.
    """
    if output is None or (output.exists() and not output.is_file()):
        return None
    if not output.parent.is_dir():
        raise UsageError(f"{output} cannot be written: there is no folder {output.parent}.")
    return output.with_name(f"{output.name}.journal")
