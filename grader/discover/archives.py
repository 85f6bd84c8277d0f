"""Archives to folders and files, in memory: names and bytes only; nothing is written under the names in them.

An archive is untrusted. Nothing that it says about itself is believed: what comes out is counted while it
is read, only regular files are taken, and a name that leads elsewhere never becomes a path. A problem with
one entry is reported for it; the rest is still read. Only lessons, and archives in the archive, are
unpacked at all. ``zipfile`` and ``tarfile`` read them; their ``extractall`` would write to a disk, and stop
at the first bad entry.
"""

from __future__ import annotations

import os
import tempfile
from typing import IO, TYPE_CHECKING

from grader.discover import tree
from grader.discover.formats import Member, members
from grader.discover.tree import (
    METADATA,
    File,
    Folder,
    Unfit,
    hidden,
    is_archive,
    is_closed,
    is_source,
    readable,
)
from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["unpacked"]

MAX_ENTRIES = 100_000  # in one archive; an entry counts with its folders
MAX_OUT = 4 * 2**30  # bytes that come out of an archive on disk, with all those in it
MAX_INNER = 256 * 2**20  # bytes of an archive in an archive, and that come out of it
MAX_RATIO = 20  # bytes out of a byte in; notebooks are pressed to a tenth, archives not at all
FREE = 2**20  # bytes that an inner archive may have, however well it is pressed
SHALLOW = 3  # parts of a name; of what is no lesson and lies deeper, not even the name is kept
MAX_NESTING = 2  # archives in each other: a class, a student
CHUNK = 2**16  # bytes


class _Allowance:
    """How many bytes may still come out of an archive; what comes out of an inner one is counted in both."""

    def __init__(self, size: int, outer: _Allowance | None = None) -> None:
        self.size, self.left, self.outer = size, size, outer

    def spend(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise Unfit(say("the archive unpacks to more than {size} MiB", size=self.size // 2**20))
        if self.outer:
            self.outer.spend(count)


def unpacked(file: IO[bytes], name: str, origin: str) -> tuple[File | Folder, ...]:
    """Return what an archive holds.

    Args:
        file: the archive, which can be sought in; it is not needed any more afterwards.
        name: the archive's, which says what kind it is.
        origin: where it lies.

    Raises:
        Unfit: it cannot be opened, or is no archive that an honest program makes.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    return _unpacked(file, name, origin, _Allowance(min(MAX_OUT, MAX_INNER + MAX_RATIO * size)), 1)


def _unpacked(
    file: IO[bytes], name: str, origin: str, allowance: _Allowance, level: int
) -> tuple[File | Folder, ...]:
    if is_closed(name):
        raise Unfit(_closed())
    root, count = _FolderBuilder("", origin), 0
    for member in members(file, name):
        try:
            path = _path(member.name)
        except Unfit as unfit:
            path = []
            root.put(_faulty(member, f"{origin}//{count}", unfit.reason))
        count += 1 + len(path)
        if count > MAX_ENTRIES:
            raise Unfit(say("it has more than {most} entries", most=MAX_ENTRIES))
        if ".git" in path:
            root.folder_at(path[: path.index(".git")]).is_repository = True
        if not path or any(hidden(part) for part in path):
            continue
        folders = path if member.is_folder else path[:-1]
        if member.is_folder or not (len(path) <= SHALLOW or _is_taken(path[-1])):
            root.folder_at(folders[:SHALLOW])
            continue
        place = root.folder_at(folders)
        origin_of = f"{place.origin}/{path[-1]}"
        place.put(_taken(member, readable(path[-1]), origin_of, allowance, level))
    return root.built().entries


def _path(name: str) -> list[str]:
    """Return the parts of a name.

    Raises:
        Unfit: it is no path below the archive.
    """
    parts = name.replace("\\", "/").split("/")
    drive = parts[0][:1].isalpha() and parts[0][1:2] == ":"
    if not parts[0] or drive or ".." in parts:
        raise Unfit(say("its path leads out of the archive"))
    if len(parts) > 2 * tree.MAX_DEPTH:
        raise Unfit(say("it is nested in too many folders"))
    return [part for part in parts if part not in {"", "."}]


def _taken(member: Member, name: str, origin: str, allowance: _Allowance, level: int) -> File | Folder:
    """Take one entry in: a lesson's bytes, an archive's entries, of anything else the name."""
    if not _is_taken(name):
        return File(name, origin, lambda: b"")
    if member.fault:
        return _faulty(member, origin, member.fault, name)
    try:
        if is_archive(name):
            inner = _inner(member, name, origin, allowance, level)
            return Folder(name, origin, lambda: inner, is_archive=True)
        content = b"".join(_chunks(member, tree.MAX_FILE, allowance))
        return File(name, origin, lambda: content)
    except Unfit as unfit:
        return _faulty(member, origin, unfit.reason, name)


def _is_taken(name: str) -> bool:
    return is_source(name) or is_archive(name) or name == METADATA


def _faulty(member: Member, origin: str, reason: str, name: str = "") -> File | Folder:
    name = name or readable(member.name)

    def refuse() -> bytes:
        raise Unfit(reason)

    def refuse_to_list() -> tuple[File, ...]:
        raise Unfit(reason)

    if is_archive(name):
        return Folder(name, origin, refuse_to_list, is_archive=True)
    return File(name, origin, refuse, reason, is_spare=not _is_taken(name))


def _inner(
    member: Member, name: str, origin: str, allowance: _Allowance, level: int
) -> tuple[File | Folder, ...]:
    if level >= MAX_NESTING:
        raise Unfit(say("it is an archive in an archive in an archive: unpack it"))
    if is_closed(name):
        raise Unfit(_closed())
    if member.size > FREE and member.size > MAX_RATIO * member.packed:
        raise Unfit(say("it is compressed too much to be an ordinary archive"))
    with tempfile.TemporaryFile() as copy:
        for chunk in _chunks(member, MAX_INNER, allowance):
            copy.write(chunk)
        copy.seek(0)
        return _unpacked(copy, name, origin, _Allowance(MAX_INNER, allowance), level + 1)


def _chunks(member: Member, most: int, allowance: _Allowance) -> Iterable[bytes]:
    """Yield what comes out of an entry, and count it."""
    if member.size > most:
        raise Unfit(_larger(most))
    count = 0
    with member.opened() as source:
        while chunk := source.read(CHUNK):
            count += len(chunk)
            if count > most:
                raise Unfit(_larger(most))
            allowance.spend(len(chunk))
            yield chunk


def _closed() -> str:
    return say("this kind of archive is not supported: unpack it, or make it a .zip")


def _larger(most: int) -> str:
    return say("it is larger than {size} MiB", size=most // 2**20)


class _FolderBuilder:
    """A folder that is still added to. Entries are told apart by their names in the archive."""

    def __init__(self, name: str, origin: str) -> None:
        self.name, self.origin, self.is_repository = name, origin, False
        self._files: dict[str, list[File | Folder]] = {}
        self._folders: dict[str, _FolderBuilder] = {}

    def folder_at(self, path: list[str]) -> _FolderBuilder:
        """Return the folder at a path below, made if it is not there yet."""
        place = self
        for part in path:
            place = place._folders.setdefault(part, _FolderBuilder(part, f"{place.origin}/{part}"))
        return place

    def put(self, entry: File | Folder) -> None:
        """Put an entry in."""
        self._files.setdefault(entry.origin, []).append(entry)

    def built(self) -> Folder:
        """Return it as it is now. Of entries with one name the last is taken: to unpack it gives that one."""
        entries: list[File | Folder] = [folder.built() for folder in self._folders.values()]
        again = say("the archive has two entries with this name, and the last one was used")
        for origin, (*older, last) in self._files.items():
            entries += [last]
            entries += [
                File(entry.name, f"{origin} ({number})", lambda: b"", again, is_spare=True)
                for number, entry in enumerate(older)
            ]
        return Folder(readable(self.name), self.origin, lambda: entries, is_repository=self.is_repository)
