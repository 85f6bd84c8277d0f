"""``grade PATH...``: grade one submission, or a folder of them."""

from __future__ import annotations

import difflib
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader import __version__
from grader.cli import exits
from grader.cli.doctor import option
from grader.cli.options import COURSE, LANG, LAYOUT, SEED
from grader.levels import LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grader.course.load import Course
    from grader.course.model import Suite
    from grader.judging.grades import Grade


@click.command(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@COURSE
@click.option(
    "-e",
    "--exercise",
    "only",
    multiple=True,
    metavar="NAME",
    help="Grade only this exercise or lesson. Repeatable.",
)
@SEED
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="Format of the report.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the report to a file."
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    help="Number of submissions to grade at a time.",
)
@click.option(
    "--call-seconds",
    type=click.FloatRange(0.1, 3600),
    default=5.0,
    show_default=True,
    help="CPU seconds that one function call may take.",
)
@click.option(
    "--reference",
    type=click.Path(path_type=Path, exists=True),
    help="The solutions. Flags submissions that keep every promise but differ from them; changes no score.",
)
@click.option(
    "--allow-weaker",
    "weakest",
    type=click.Choice([option(level) for level in LEVELS[1:]]),
    metavar="LEVEL",
    help="Grade a batch even if this system is less than sealed, down to LEVEL; see grader doctor.",
)
@LAYOUT
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Show every counterexample, and blocks of right functions that no call entered.",
)
@LANG
@click.version_option(__version__, "-V", "--version", prog_name="grade")
def grade(
    paths: tuple[Path, ...],
    course: str | None,
    only: tuple[str, ...],
    seed: int,
    form: str,
    output: Path | None,
    jobs: int,
    call_seconds: float,
    reference: Path | None,
    weakest: str | None,
    layout: str,
    verbose: bool,
    lang: str,
) -> int:
    """Grade the notebooks and scripts in PATH.

    PATH is a notebook or script, a folder or archive of one student or a whole class, or a download from a
    learning platform. To see what would be graded, use `grader collect PATH`.

    Exits with 0 for full marks, 1 if points were lost, 2 for a usage error, 3 if there is
    an error in the course, and 4 if something could not be graded.
    """
    from grader.cli.batch import Run
    from grader.cli.output import journal_path, render, write
    from grader.cli.screen import Screen
    from grader.discover import take_in

    # Where a program reads stdout, it gets the report alone: what the course prints goes to people.
    aside = redirect_stdout(sys.stderr if form != "text" and output is None else sys.stdout)
    with aside:
        chosen = _chosen(course, only)
    intake = take_in(paths, chosen.suite.name, layout)
    submissions = intake.submissions
    screen = Screen(chosen, lang=lang, verbose=verbose, report_on_stdout=form == "text" or output is not None)
    screen.notes(intake.notes)
    run = Run(chosen, seed, jobs, call_seconds, reference, weakest, journal_path(output))
    with aside:
        report = run.grade(submissions, screen)
    if form == "text" and output is None:
        screen.show(report)
    else:
        write(render(report, form, chosen, lang, verbose), output)
        run.finish()
        if len(submissions) > 1 or output is not None:
            screen.show(report)
    return _status(report.grades)


def _chosen(course: str | None, only: Sequence[str]) -> Course:
    """Load the course, and choose the exercises and lessons that were asked for."""
    from grader.course.load import load

    loaded = load(course)
    return loaded.only([_name(wanted, loaded.suite) for wanted in only]) if only else loaded


def _name(wanted: str, suite: Suite) -> str:
    """Return the name of an exercise or a lesson; the beginning of a lesson's name will do."""
    from grader.errors import UsageError

    lessons, exercises = [each.name for each in suite.lessons], [each.name for each in suite.exercises]
    if wanted in {*lessons, *exercises}:
        return wanted
    begun = [name for name in lessons if wanted and name.startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise UsageError(f"Several lessons of {suite.name} begin with {wanted!r}: {', '.join(begun)}.")
    near = difflib.get_close_matches(wanted, exercises + lessons, 1)
    raise UsageError(
        f"{suite.name} has no exercise or lesson {wanted!r}.{f' Did you mean {near[0]}?' if near else ''}"
        f" Its exercises are {', '.join(exercises)}; its lessons are {', '.join(lessons)}."
    )


def _status(grades: Sequence[Grade]) -> int:
    statuses = {grade.status for grade in grades}
    if "ungraded" in statuses:
        return exits.UNGRADED
    return exits.FULL_MARKS if statuses == {"passed"} else exits.POINTS_LOST


def main() -> None:
    """Entry point of the console script."""
    exits.run(grade)
