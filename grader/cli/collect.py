"""``grader collect PATH...``: what grading would take in; nothing of the students runs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.cli import exits
from grader.errors import CallError, WireError
from grader.words import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import RenderableType
    from rich.table import Table

    from grader.discover import Intake
    from grader.model import Submission, Suite
    from grader.run import Finding

__all__ = ["Collected", "collect", "layout_option"]

LAYOUTS = ("auto", "single", "folders", "canvas", "moodle", "gradescope", "nbgrader", "repositories")
HEADS = (noted("Submission"), noted("Id"), noted("Files"), noted("Functions"), noted("Missing"))
PERSON = noted("a person has to look")


def layout_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--layout``."""
    return click.option(
        "--layout",
        type=click.Choice(LAYOUTS),
        default="auto",
        show_default=True,
        help="How PATH is arranged, where the guess is wrong.",
    )(command)


@dataclass(frozen=True)
class Collected:
    """What was found in one submission.

    Attributes:
        findings: the exercises' functions, by name; none if the files cannot be read.
        notes: what was left aside and why, what the reader of the files says.
    """

    submission: Submission
    findings: dict[str, Finding]
    notes: tuple[str, ...]

    @property
    def found(self) -> list[str]:
        """The names of the functions that are there."""
        return [name for name, finding in self.findings.items() if finding.status == "found"]

    @property
    def needs_a_person(self) -> bool:
        """Whether something cannot be taken in."""
        return bool(self.submission.unfit) or not self.findings


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--suite", default="cnn", show_default=True, help="The course.")
@layout_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--lang", type=click.Choice(["en", "ko"]), envvar="GRADER_LANG", default="en", show_default=True
)
def collect(paths: tuple[Path, ...], suite: str, layout: str, form: str, lang: str) -> int:
    """Show what grade would take from PATH: who, which files, which functions, what is missing.

    Exits with 0 if all of it can be graded, with 4 if a person has to look at something.
    """
    from grader.cli.screen import Screen
    from grader.discover import take_in
    from grader.load import folder, load
    from grader.report.language import translator

    course = load(suite)
    intake = take_in(paths, suite, layout)
    collected = list(_read(course, intake))
    if form == "json":
        click.echo(_json(course, intake, collected), nl=False)
    else:
        screen = Screen(suite, lang=lang, verbose=False, report_on_stdout=True)
        screen.notes(intake.notes)
        for what in _shown(course, collected, translator(lang, folder(suite))):
            screen.print(what)
    return exits.UNGRADED if any(each.needs_a_person for each in collected) else exits.FULL_MARKS


def _read(course: Suite, intake: Intake) -> Iterator[Collected]:
    """Have workers read the files, as grading does."""
    from grader.run import read
    from grader.sandbox import Limits, WarmProcess

    names = [exercise.name for exercise in course.exercises]
    with WarmProcess() as warm:
        for submission in intake.submissions:
            try:
                reading = read(submission, names, warm, Limits())
            except (CallError, WireError) as error:
                unread = say("The files cannot be read: {reason}", reason=str(error))
                yield Collected(submission, {}, (*submission.notes, unread))
                continue
            found = reading.functions
            said = [note for each in found.values() for note in each.notes]
            said += [each.message for each in found.values() if each.status != "found" and each.message]
            notes = dict.fromkeys((*submission.notes, *reading.troubles, *said))
            yield Collected(submission, found, tuple(notes))


def _json(course: Suite, intake: Intake, collected: Sequence[Collected]) -> str:
    from grader.report.runners import disarmed_json

    told = {
        "schema": "collect/1",
        "suite": course.name,
        "notes": list(intake.notes),
        "submissions": [_record(course, each) for each in collected],
    }
    return disarmed_json(json.dumps(told, indent=2, ensure_ascii=False)) + "\n"


def _record(course: Suite, each: Collected) -> dict[str, Any]:
    findings = {
        name: {"status": finding.status, "found": finding.where, "message": finding.message}
        for name, finding in each.findings.items()
    }
    return {
        "submission": each.submission.name,
        "owner": each.submission.owner,
        "files": [{"name": file.name, "bytes": len(file.content)} for file in each.submission.files],
        "functions": findings,
        "missing": [one.name for one in course.exercises if one.name not in each.found],
        "notes": list(each.notes),
        "needs_a_person": each.needs_a_person,
    }


def _shown(
    course: Suite, collected: Sequence[Collected], translate: Callable[[str], str]
) -> Iterator[RenderableType]:
    from rich.text import Text

    yield _table(course, collected, translate)
    for each in collected:
        for note in each.notes:
            yield Text.assemble((f"{each.submission.name}: ", "bold"), translate(note))


def _table(course: Suite, collected: Sequence[Collected], translate: Callable[[str], str]) -> Table:
    """Return a row for each submission: who, the platform's id, the files, what was found and what not."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", pad_edge=False)
    owners = any(each.submission.owner for each in collected)
    for head in HEADS if owners else (HEADS[0], *HEADS[2:]):
        table.add_column(Text(translate(head)), overflow="fold")
    for each in collected:
        missing = [one.name for one in course.exercises if one.name not in each.found]
        files = "\n".join(file.name for file in each.submission.files) or "-"
        count = f"{len(each.found)} / {len(course.exercises)}"
        cells = [each.submission.name, *([each.submission.owner] if owners else []), files, count]
        last = translate(PERSON) if each.needs_a_person else ", ".join(missing)
        table.add_row(*map(Text, cells), Text(last, "magenta" if each.needs_a_person else "red"))
    return table
