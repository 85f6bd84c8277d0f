"""What a command wrote before it failed is taken back, so that the next try starts from the same files."""

from __future__ import annotations

import shutil
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from grader.files import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Before", "Place", "students_files"]

Place: TypeAlias = "Path | tuple[Path, str]"
"""One file, or the files in a folder that fit a pattern."""


def students_files(folder: Path) -> tuple[Place, ...]:
    """Return what a release may write in a folder."""
    return (folder, "*.ipynb"), (folder, "*.py")


class Before:
    """The files that a command is about to write, as they were before it."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self.files: dict[Path, bytes] = {}
        self._folders: set[Path] = set()
        self._no_folders: set[Path] = set()

    def watch(self, *places: Place) -> None:
        """Remember how these are. Call it right before writing: what changes later is taken for ours.

        Raises:
            OSError: a file cannot be read.
        """
        self._places = [*places]
        self.files = {path: path.read_bytes() for path in self._present()}
        self._folders = set(self._inner())
        self._no_folders = {folder for folder in self._above() if not folder.exists()}

    def put_back(self) -> list[Path]:
        """Remove what is new and write the old text of what changed; return the files where that failed."""
        failed = [path for path in list(self._present()) if path not in self.files and not _removed(path)]
        failed += [path for path, old in self.files.items() if not _restored(path, old)]
        new = {*self._no_folders, *self._inner()} - self._folders
        for folder in sorted(new, reverse=True):  # the inner ones first
            shutil.rmtree(folder / "__pycache__", ignore_errors=True)
            with suppress(OSError):  # it was not created, or somebody else's file is in it
                folder.rmdir()
        return failed

    def _present(self) -> Iterator[Path]:
        for place in self._places:
            found = [place] if isinstance(place, Path) else place[0].glob(place[1])
            yield from (path for path in found if path.is_file() and "__pycache__" not in path.parts)

    def _above(self) -> Iterator[Path]:
        """Yield the folders that the files need."""
        for place in self._places:
            yield from place.parents if isinstance(place, Path) else (place[0], *place[0].parents)

    def _inner(self) -> Iterator[Path]:
        """Yield the folders below those whose pattern looks into them."""
        for place in self._places:
            if isinstance(place, tuple) and "/" in place[1]:
                yield from (path for path in place[0].rglob("*") if path.is_dir())


def _removed(path: Path) -> bool:
    if path.suffix == ".py":
        with suppress(OSError):
            Path(cache_from_source(path)).unlink(missing_ok=True)
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _restored(path: Path, old: bytes) -> bool:
    try:
        if not path.is_file() or path.read_bytes() != old:
            replace(path, old)
    except OSError:
        return False
    return True
