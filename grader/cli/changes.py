"""What a command wrote, a line for each file, and what it could not write."""

from __future__ import annotations

import errno
import shlex
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.undo import Before
from grader.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

__all__ = ["show_changes", "show_written", "shown", "typed", "writing"]

# The faults of a disk, which come without the name of a file if a file is written that was open already.
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def writing() -> Iterator[Before]:
    """Write all files or none: if one of them fails, those that were watched are put back as they were.

    The error of a file that cannot be read or written becomes one line that names it.

    Raises:
        UsageError: with the file, and why.
    """
    before = Before()
    try:
        yield before
    except BaseException as error:
        left = before.put_back()
        said = f"These could not be put back as they were: {', '.join(map(str, map(shown, left)))}."
        if isinstance(error, OSError) and (error.filename or error.errno in _FULL):
            what = f"{shown(Path(error.filename))}: " if error.filename else ""
            ends = said if left else "Nothing was written."
            remedy = "Check the permissions, or choose another folder."
            raise UsageError(f"{what}{error.strerror}. {ends} {remedy}") from error
        if left:
            click.echo(said, err=True)
        raise


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


def typed(path: Path, *, slash: bool = False) -> str:
    """Return a path as a shell takes it in a command: quoted, and taken for no option and nobody's home.

    Args:
        path: the path.
        slash: whether it needs a slash, as the path of a course does.
    """
    text = str(path.absolute() if str(path).startswith("~") else path)
    if text.startswith("-") or (slash and "/" not in text and text not in {".", ".."}):
        text = f"./{text}"
    return shlex.quote(text)
