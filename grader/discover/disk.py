"""Folders and files as they lie on a disk.

Links below a path are not followed: one could lead to the solutions.
"""

from __future__ import annotations

import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from grader.discover import tree
from grader.discover.tree import File, Folder, Unfit, hidden, is_archive, is_source, readable
from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["at"]


def at(path: Path) -> File | Folder:
    """Return what lies at a path that the caller has named; a link there is followed."""
    return _entry(path.resolve())


def _entry(path: Path) -> File | Folder:
    name, origin = readable(path.name), str(path)
    if path.is_dir() and not path.is_symlink():
        return Folder(name, origin, lambda: _listed(path), is_repository=_is_repository(path))
    if is_archive(name):
        return Folder(name, origin, lambda: _opened(path), is_archive=True)
    return File(name, origin, lambda: _read(path), _fault(path) if is_source(name) else "")


def _is_repository(folder: Path) -> bool:
    try:
        return (folder / ".git").exists()
    except OSError:  # a folder that nobody may look into, which is said when it is listed
        return False


def _listed(folder: Path) -> Iterator[File | Folder]:
    with _explained():
        for child in folder.iterdir():
            if not (hidden(child.name) or (child.is_symlink() and child.is_dir())):
                yield _entry(child)


def _read(path: Path) -> bytes:
    with _explained(), path.open("rb") as file:
        content = file.read(tree.MAX_FILE + 1)
    if len(content) > tree.MAX_FILE:
        raise Unfit(tree.too_large())
    return content


def _opened(path: Path) -> tuple[File | Folder, ...]:
    from grader.discover.archives import unpacked  # noqa: PLC0415 - needs much that most runs do without

    with _explained():
        if not stat.S_ISREG(path.lstat().st_mode):  # to open a pipe is to wait for its writer
            raise Unfit(say("it is not a regular file"))
        with path.open("rb") as file:
            return unpacked(file, path.name, str(path))


def _fault(path: Path) -> str:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        return say("it is not a regular file")
    return tree.too_large() if status.st_size > tree.MAX_FILE else ""


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what the system refuses into a reason."""
    try:
        yield
    except OSError as error:
        raise Unfit(say("it cannot be read ({reason})", reason=str(error.strerror))) from error
