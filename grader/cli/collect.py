"""``grader collect PATH...``: what grading would take in; nothing of the students runs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.cli import exits
from grader.cli.options import COURSE, LANG, LAYOUT
from grader.errors import CallError, WireError
from grader.words import say, translatable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import RenderableType
    from rich.table import Table

    from grader.course.model import Suite
    from grader.discover import Intake
    from grader.discover.submission import Submission
    from grader.run import Finding

__all__ = ["Collected", "collect"]

HEADS = (
    translatable("Submission"),
    translatable("Id"),
    translatable("Files"),
    translatable("Functions"),
    translatable("Missing"),
)
PERSON = translatable("a person has to look")


@dataclass(frozen=True)
class Collected:
    """What was found in one submission.

    Attributes:
        wanted: the names of the exercises' functions.
        findings: the exercises' functions, by name; none if the files cannot be read.
        notes: what was left aside and why, what the reader of the files says.
    """

    submission: Submission
    wanted: tuple[str, ...]
    findings: dict[str, Finding]
    notes: tuple[str, ...]

    @property
    def missing(self) -> list[str]:
        """The names of the functions that are not there; of all if the files cannot be read."""
        return [name for name in self.wanted if name not in self.findings or not self._has(name)]

    @property
    def not_written(self) -> list[str]:
        """The names of the functions that are there as they were handed out."""
        return [name for name, finding in self.findings.items() if self._has(name) and finding.is_stub]

    def _has(self, name: str) -> bool:
        return self.findings[name].status == "found"

    @property
    def needs_a_person(self) -> bool:
        """Whether something cannot be taken in."""
        unclear = any(finding.status == "unclear" for finding in self.findings.values())
        return bool(self.submission.unfit) or unclear or not self.findings


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@COURSE
@LAYOUT
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@LANG
def collect(paths: tuple[Path, ...], course: str | None, layout: str, form: str, lang: str) -> int:
    """Show what grade would read from PATH. Lists students, files, functions, and what is missing.

    Exits with 0 if everything can be graded, and with 4 if a person has to look at something.
    """
    from grader.cli.screen import Screen
    from grader.course.load import load
    from grader.discover import take_in
    from grader.report.language import translator

    loaded = load(course)
    intake = take_in(paths, loaded.suite.name, layout)
    collected = list(_read(loaded.suite, intake))
    if form == "json":
        click.echo(_json(loaded.suite, intake, collected), nl=False)
    else:
        screen = Screen(loaded, lang=lang, verbose=False, report_on_stdout=True)
        screen.notes(intake.notes)
        for what in _shown(collected, translator(lang, loaded.locale)):
            screen.print(what)
    return exits.UNGRADED if any(each.needs_a_person for each in collected) else exits.FULL_MARKS


def _read(suite: Suite, intake: Intake) -> Iterator[Collected]:
    """Have workers read the files, as grading does."""
    from grader.run import read
    from grader.sandbox import Limits, WarmProcess

    names = tuple(exercise.name for exercise in suite.exercises)
    with WarmProcess() as warm:
        for submission in intake.submissions:
            try:
                reading = read(submission, names, warm, Limits())
            except (CallError, WireError) as error:
                unread = say("The files cannot be read: {reason}", reason=str(error))
                yield Collected(submission, names, {}, (*submission.notes, unread))
                continue
            found = reading.functions
            said = [note for each in found.values() for note in each.notes]
            said += [each.message for each in found.values() if each.status != "found" and each.message]
            notes = dict.fromkeys((*submission.notes, *reading.troubles, *said))
            yield Collected(submission, names, found, tuple(notes))


def _json(suite: Suite, intake: Intake, collected: Sequence[Collected]) -> str:
    from grader.report.runners import disarmed_json

    told = {
        "schema": "collect/1",
        "suite": suite.name,
        "notes": list(intake.notes),
        "submissions": [_record(each) for each in collected],
    }
    return disarmed_json(json.dumps(told, indent=2, ensure_ascii=False)) + "\n"


def _record(each: Collected) -> dict[str, Any]:
    findings = {
        name: {"status": finding.status, "found": finding.where, "message": finding.message}
        for name, finding in each.findings.items()
    }
    return {
        "submission": each.submission.name,
        "owner": each.submission.owner,
        "files": [{"name": file.name, "bytes": len(file.content)} for file in each.submission.files],
        "functions": findings,
        "missing": each.missing,
        "not_written": each.not_written,
        "notes": list(each.notes),
        "needs_a_person": each.needs_a_person,
    }


def _shown(collected: Sequence[Collected], translate: Callable[[str], str]) -> Iterator[RenderableType]:
    from rich.text import Text

    yield _table(collected, translate)
    for each in collected:
        for note in each.notes:
            yield Text.assemble((f"{each.submission.name}: ", "bold"), translate(note))


def _table(collected: Sequence[Collected], translate: Callable[[str], str]) -> Table:
    """Return a row for each submission: who, the platform's id, the files, what was found and what not."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", pad_edge=False)
    owners = any(each.submission.owner for each in collected)
    for head in HEADS if owners else (HEADS[0], *HEADS[2:]):
        table.add_column(Text(translate(head)), overflow="fold")
    for each in collected:
        files = "\n".join(file.name for file in each.submission.files) or "-"
        written = len(each.wanted) - len(each.missing) - len(each.not_written)
        count = f"{written} / {len(each.wanted)}"
        cells = [each.submission.name, *([each.submission.owner] if owners else []), files, count]
        lacks = translate(PERSON) if each.needs_a_person else "\n".join(_lacking(each, translate))
        table.add_row(*map(Text, cells), Text(lacks, "magenta" if each.needs_a_person else "red"))
    return table


def _lacking(each: Collected, translate: Callable[[str], str]) -> Iterator[str]:
    if each.missing:
        yield ", ".join(each.missing)
    if each.not_written:
        yield translate(say("not written: {names}", names=", ".join(each.not_written)))
