"""``grader new``: a course or an exercise to begin with."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.changes import show_written, typed, writing
from grader.cli.options import COURSE, FOLDER
from grader.cli.ownership import check_own
from grader.cli.undo import students_files
from grader.errors import UsageError

if TYPE_CHECKING:
    from grader.course.load import Course

__all__ = ["new"]

FORMS = tuple((form, lang) for form in ("notebook", "script") for lang in ("en", "ko"))


@click.group()
def new() -> None:
    """Create a course or an exercise from a working example."""


@new.command("course")
@click.argument("name")
@click.option("--to", "home", type=FOLDER, help="Folder to create.  [default: NAME]")
@click.option("--title", help="Title of the course.  [default: its name]")
@click.option("--lesson", default="lesson1_start", show_default=True, help="Name of its lesson.")
@click.option("--exercise", default="center", show_default=True, help="Name of its exercise.")
def new_course(name: str, home: Path | None, title: str | None, lesson: str, exercise: str) -> None:
    """Create a course that works. It has one lesson with one exercise."""
    from grader.course.load import load
    from grader.skeleton.files import new_course as files

    home = home or Path(name)
    texts = files(home, name, lesson, exercise, title=title)
    with writing() as before:
        if home.exists() and (not home.is_dir() or any(home.iterdir())):
            raise UsageError(f"{home} already exists and is not empty. Choose another folder with --to.")
        before.watch((home, "**/*"))
        _write(texts)
        course = load(f"{home.absolute() / name}")
        written = [*texts, *_keep(course), *_release(course, "notebook", "en")]
    show_written(written)
    click.echo(f"\nTry it: grade --course {typed(home, slash=True)} {typed(home / 'solutions')}")
    click.echo(f"{home / 'README.md'} lists the other commands.")


@new.command("exercise")
@click.argument("name")
@COURSE
@click.option("--lesson", help="Lesson to add it to; created if it does not exist.  [default: the last one]")
def new_exercise(name: str, course: str | None, lesson: str | None) -> None:
    """Add an exercise to your course. It is a working example with all its files."""
    from grader.course.load import load, reload
    from grader.skeleton.files import new_exercise as files

    loaded = load(course)
    check_own(loaded)
    texts = files(loaded, name, lesson or loaded.suite.lessons[-1].name)
    in_step = [(form, lang) for form, lang in FORMS if not _out_of_step(loaded, form, lang)]
    with writing() as before:
        before.watch(*texts, (loaded.cases, "*/*.json"), *students_files(_stubs(loaded)))
        _write(texts)
        loaded = reload(loaded)
        released = [path for form, lang in in_step for path in _release(loaded, form, lang)]
        written = [*texts, *_keep(loaded), *released]
    show_written(written, before.files)
    if not in_step:
        command = f"grader release --course {shlex.quote(course)}" if course else "grader release"
        click.echo(f"The students' files were out of date, so they were left alone. Update them: {command}")


def _stubs(course: Course) -> Path:
    return course.beside("assignments") / course.suite.name


def _write(texts: dict[Path, str]) -> None:
    from grader.files import replace

    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, text)


def _keep(course: Course) -> list[Path]:
    from grader.course.cases import Kept

    return Kept(course.cases).write(course.suite.exercises, 0)


def _release(course: Course, form: str, lang: str, *, check: bool = False) -> list[Path]:
    from grader.lessons.release import release
    from grader.lessons.requirements import requirements

    lessons = course.beside("solutions") / course.suite.name
    requires = requirements(course.suite)
    return release(lessons, _stubs(course), form=form, lang=lang, check=check, requires=requires)  # type: ignore[arg-type]


def _out_of_step(course: Course, form: str, lang: str) -> bool:
    return bool(_release(course, form, lang, check=True))
