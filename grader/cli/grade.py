"""``grade PATH...``: grade one submission, or a folder of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader import __version__
from grader.cli import exits
from grader.cli.collect import layout_option
from grader.cli.doctor import option
from grader.levels import LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grader.course.model import Suite
    from grader.judging.grades import Grade


@click.command(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--suite", "suite_name", help="The course to grade with, if there are several.")
@click.option(
    "-e", "--exercise", "only", multiple=True, metavar="NAME", help="Grade this one only; repeatable."
)
@click.option(
    "--seed", type=click.IntRange(0, 2**31 - 1), default=0, show_default=True, help="Which cases to draw."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="What to print.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write it to a file instead."
)
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Submissions at a time."
)
@click.option(
    "--call-seconds",
    type=click.FloatRange(0.1, 3600),
    default=5.0,
    show_default=True,
    help="CPU seconds that one call of a function may take.",
)
@click.option(
    "--reference",
    type=click.Path(path_type=Path, exists=True),
    help="The solutions: flag what keeps all promises yet differs from them. Changes no score.",
)
@click.option(
    "--allow-weaker",
    "weakest",
    type=click.Choice([option(level) for level in LEVELS[1:]]),
    metavar="LEVEL",
    help="Grade a batch though this system confines it less than sealed, but not less than LEVEL.",
)
@layout_option
@click.option("-v", "--verbose", is_flag=True, help="Show the counterexample of every broken promise.")
@click.option(
    "--lang",
    type=click.Choice(["en", "ko"]),
    envvar="GRADER_LANG",
    default="en",
    show_default=True,
    show_envvar=True,
    help="Language of the feedback.",
)
@click.version_option(__version__, "-V", "--version", prog_name="grade")
def grade(
    paths: tuple[Path, ...],
    suite_name: str | None,
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

    PATH is a notebook or script, a folder or archive of one student's or of a class, or what a learning
    platform hands out. `grader collect PATH` shows beforehand what is taken from it.

    Exits with 0 for full marks, 1 if points were lost, 2 if the command was called wrongly, 3 if the
    course is unsound, 4 if something could not be graded.
    """
    from grader.cli.batch import Run
    from grader.cli.output import journal_path, render, write
    from grader.cli.screen import Screen
    from grader.discover import take_in

    suite = _suite(suite_name, paths, only)
    intake = take_in(paths, suite.name, layout)
    submissions = intake.submissions
    screen = Screen(
        suite.name, lang=lang, verbose=verbose, report_on_stdout=form == "text" or output is not None
    )
    screen.notes(intake.notes)
    run = Run(suite, seed, jobs, call_seconds, reference, weakest, journal_path(output))
    report = run.grade(submissions, screen)
    if form == "text" and output is None:
        screen.show(report)
    else:
        write(render(report, form, lang, verbose), output)
        run.finish()
        if len(submissions) > 1 or output is not None:
            screen.show(report)
    return _status(report.grades)


def _suite(name: str | None, paths: Sequence[Path], only: Sequence[str]) -> Suite:
    """Load the suite that was asked for, or the one that has a folder in a path, or the only one."""
    import dataclasses

    from grader.course.load import available, load
    from grader.errors import UsageError

    if name is None:
        names = available()
        named = [each for each in names if any((path / each).is_dir() for path in paths)]
        if len(named or names) != 1:
            raise UsageError(
                f"Several courses could be meant ({', '.join(named or names)}); choose with --suite."
            )
        name = (named or names)[0]
    suite = load(name)
    known = [exercise.name for exercise in suite.exercises]
    for wanted in only:
        if wanted not in known:
            raise UsageError(f"{name} has no exercise {wanted!r}; it has: {', '.join(known)}.")
    kept = tuple(exercise for exercise in suite.exercises if not only or exercise.name in only)
    return dataclasses.replace(suite, exercises=kept, course=suite.exercises)


def _status(grades: Sequence[Grade]) -> int:
    if any(grade.earned is None for grade in grades):
        return exits.UNGRADED
    return exits.FULL_MARKS if all(grade.earned == grade.possible for grade in grades) else exits.POINTS_LOST


def main() -> None:
    """Entry point of the console script."""
    exits.run(grade)
