"""What a command wrote, a line for each file, and what it could not write."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from grader.course.load import Course

__all__ = ["check_own", "show_changes", "show_written", "shown", "writing"]


def check_own(course: Course) -> None:
    """Refuse to write into a course that is installed; a checkout of its author's is not.

    Raises:
        UsageError: the course is not the caller's.
    """
    if course.home is None and not course.package.is_relative_to(Path.cwd()):
        raise UsageError(
            f"The course {course.suite.name} is installed. Give the path of a course of your own:"
            " --course PATH. Create one with `grader new course NAME`."
        )


@contextmanager
def writing() -> Iterator[None]:
    """Turn the error of a file that cannot be read or written into one line that names it.

    Raises:
        UsageError: with the file, and why.
    """
    try:
        yield
    except OSError as error:
        if not error.filename:  # no file's fault
            raise
        raise UsageError(
            f"{shown(Path(error.filename))}: {error.strerror}. Nothing else was written. Check the"
            " permissions, or choose another folder."
        ) from error


def show_changes(paths: Sequence[Path], folder: Path, word: str) -> None:
    """Print which files of a folder changed."""
    for path in paths:
        click.echo(f"{word if path.exists() or word != 'written' else 'removed'}: {shown(path)}")
    if not paths:
        click.echo(f"{shown(folder)} is up to date.")


def show_written(paths: Sequence[Path], old: Collection[Path] = ()) -> None:
    """Print which files are new, and which of the old ones changed."""
    for path in paths:
        click.echo(f"{'changed' if path in old else 'written'}: {shown(path)}")


def shown(path: Path) -> Path:
    """Return a path as one would type it here."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
