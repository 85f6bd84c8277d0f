"""What was handed in, as folders and files: the same whether it lies on a disk or in an archive.

Names here can be printed. What is no student's work (caches, environments, hidden files) is not in the tree.
"""

from __future__ import annotations

import copy
import dataclasses
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = [
    "MAX_DEPTH",
    "MAX_FILE",
    "MAX_SEEN",
    "METADATA",
    "File",
    "Folder",
    "Unfit",
    "as_source",
    "hidden",
    "is_archive",
    "is_closed",
    "is_document",
    "is_source",
    "readable",
    "renamed",
    "stem",
    "too_large",
]

LESSONS = (".ipynb", ".py")
RENAMED = (".ipynb.txt", ".ipynb.json", ".py.txt")  # as browsers save them
ARCHIVES = (".tar.gz", ".tgz", ".tar", ".zip")
CLOSED = (".tar.bz2", ".tar.xz", ".tar.zst", ".tbz2", ".txz", ".7z", ".rar", ".zipx")
DOCUMENTS = (
    ".pdf",
    ".doc",
    ".docx",
    ".odt",
    ".rtf",
    ".pages",
    ".html",
    ".htm",
)  # may hold somebody's answers
LEFT_OUT = {
    "__MACOSX",
    "__pycache__",
    "node_modules",
    "site-packages",
    "venv",
    "build",
    "dist",
}  # never a student's lessons
METADATA = "submission_metadata.yml"  # who handed in what, as Gradescope says it
MAX_FILE = 20 * 2**20  # bytes; a notebook with every picture in it is smaller
MAX_DEPTH = 8  # folders in each other
MAX_SEEN = 500_000  # files among which lessons are looked for


class Unfit(Exception):
    """Something cannot be taken in.

    Args:
        reason: why, as a sentence that can be said in another language.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True)
class File:
    """A file that nobody has looked into yet.

    Attributes:
        name: as it can be printed, without its folders.
        origin: where it lies; no other file has the same.
        read: returns its bytes; raises Unfit.
        fault: why it cannot be taken in, as far as that is known before it is read.
        is_spare: whether nothing is lost without it.
    """

    name: str
    origin: str
    read: Callable[[], bytes]
    fault: str = ""
    is_spare: bool = False

    @property
    def is_source(self) -> bool:
        """Whether its name says that it is a notebook or a script."""
        return is_source(self.name)


class Folder:
    """A folder, or an archive: listed when somebody looks into it.

    Args:
        name: as it can be printed, for an archive with its ending.
        origin: where it lies; no other folder has the same.
        entries: lists its files and folders; raises Unfit.
        is_archive: whether it is a file that holds others.
        is_repository: whether it is a clone: Git keeps a folder of its own in it.
    """

    def __init__(
        self,
        name: str,
        origin: str,
        entries: Callable[[], Iterable[File | Folder]],
        *,
        is_archive: bool = False,
        is_repository: bool = False,
    ) -> None:
        self.name, self.origin, self._list = name, origin, entries
        self.is_archive, self.is_repository = is_archive, is_repository

    @cached_property
    def _listed(self) -> tuple[tuple[File | Folder, ...], str]:
        try:
            return tuple(sorted(self._list(), key=lambda entry: (entry.name, entry.origin))), ""
        except Unfit as unfit:
            return (), unfit.reason

    @property
    def entries(self) -> tuple[File | Folder, ...]:
        """Its files and folders, in order of name; none if it cannot be listed."""
        return self._listed[0]

    @property
    def fault(self) -> str:
        """Why it cannot be listed, or opened; empty if it can."""
        return self._listed[1]

    @property
    def files(self) -> tuple[File, ...]:
        """Its own files."""
        return tuple(entry for entry in self.entries if isinstance(entry, File))

    @property
    def folders(self) -> tuple[Folder, ...]:
        """The folders and archives in it."""
        return tuple(entry for entry in self.entries if isinstance(entry, Folder))

    @property
    def sources(self) -> tuple[File, ...]:
        """Its own notebooks and scripts, as far as nothing is known against them."""
        return tuple(file for file in self.files if file.is_source and not file.fault)

    def at(self, *names: str) -> Folder | None:
        """Return the folder at a path below."""
        place: Folder | None = self
        for name in names:
            inner = place.folders if place else ()
            place = next((each for each in inner if each.name == name and not each.is_archive), None)
        return place

    def below(self, depth: int = MAX_DEPTH) -> Iterator[tuple[str, File | Folder]]:
        """Yield all entries below, with their paths."""
        for entry in self.entries:
            yield entry.name, entry
            if isinstance(entry, Folder) and depth:
                for path, inner in entry.below(depth - 1):
                    yield f"{entry.name}/{path}", inner

    def holds_sources(self) -> bool:
        """Say whether a notebook or script is below, as far as one looks."""
        return any(isinstance(entry, File) and entry.is_source for _, entry in islice(self.below(), MAX_SEEN))


def renamed(entry: File | Folder, name: str) -> File | Folder:
    """Return a file or folder under the name that it had before a platform changed it."""
    if isinstance(entry, File):
        return dataclasses.replace(entry, name=name)
    other = copy.copy(entry)  # with its entries, if they are listed already
    other.name = name
    return other


def is_source(name: str) -> bool:
    """Say whether a name is that of a notebook or script."""
    return bool(_ending(name, LESSONS + RENAMED))


def is_archive(name: str) -> bool:
    """Say whether a name is that of an archive, one that can be opened or another."""
    return bool(_ending(name, ARCHIVES + CLOSED))


def is_closed(name: str) -> bool:
    """Say whether a name is that of an archive that is not opened here."""
    return not _ending(name, ARCHIVES) and bool(_ending(name, CLOSED))


def is_document(name: str) -> bool:
    """Say whether a name is that of a text for people, in which a student may have answered."""
    return bool(_ending(name, DOCUMENTS))


def stem(name: str) -> str:
    """Return a file's name without the ending of a lesson or an archive."""
    return name[: len(name) - len(_ending(name, RENAMED + LESSONS + ARCHIVES + CLOSED))]


def as_source(name: str) -> str:
    """Return a lesson's name as it would be had no program renamed it."""
    return name[: name.rindex(".")] if _ending(name, RENAMED) else name


def _ending(name: str, known: tuple[str, ...]) -> str:
    lower = name.lower()
    return next((end for end in known if lower.endswith(end) and len(name) > len(end)), "")


def hidden(name: str) -> bool:
    """Say whether a name is that of no student's work."""
    return name.startswith(".") or name in LEFT_OUT


def readable(name: str) -> str:
    """Return a file's name as text: its bytes may be no UTF-8, its characters may steer a terminal."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    text = unicodedata.normalize("NFC", text)
    return "".join(char if char.isprintable() else "�" for char in text)


def too_large() -> str:
    """Return why a file beyond ``MAX_FILE`` is not taken."""
    return say("it is larger than {size} MiB", size=MAX_FILE // 2**20)
