"""What is left of submissions in this system: processes, files, descriptors, printed bytes."""

from __future__ import annotations

import ctypes
import os
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PR_SET_CHILD_SUBREAPER = 36  # prctl(2)
SHARED = ("/tmp", "/var/tmp", "/dev/shm")  # noqa: S108 - where anybody may write
PATIENCE = 500  # looks, a hundredth of a second apart: a killed process takes a moment to go


class Leftovers:
    """What a block of code has left behind; filled when it ends."""

    def __init__(self) -> None:
        self.processes: list[str] = []
        self.files: list[str] = []
        self.descriptors: list[str] = []
        self.printed = b""

    def complaints(self) -> list[str]:
        """Say what was left."""
        kinds = ("processes", "files", "descriptors")
        found = [f"{kind} are left: {getattr(self, kind)}" for kind in kinds if getattr(self, kind)]
        return found + ([f"the parent printed {self.printed[:200]!r}"] if self.printed else [])


@contextmanager
def watched(folder: Path, marker: str) -> Iterator[Leftovers]:
    """Watch what a block leaves behind.

    Args:
        folder: an empty one, in which the block will make its temporary files.
        marker: what the names of files hold that attacks make where anybody may.
    """
    left = Leftovers()
    printed = folder.with_name("printed")
    adopt(True)
    before, open_before = descendants(), descriptors()
    kept, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        with _redirected(printed):
            yield left
    finally:
        tempfile.tempdir = kept
        left.printed = printed.read_bytes()
        left.descriptors = sorted(descriptors() - open_before)
        left.processes = sorted(_staying(before))
        left.files = [path.name for path in folder.iterdir()]
        left.files += [str(path) for place in SHARED for path in Path(place).glob(f"*{marker}*")]
        adopt(False)


def adopt(wanted: bool) -> None:
    """Become the parent of descendants whose own parent ends, so that none can hide by that."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, int(wanted), 0, 0, 0)


def descendants() -> set[str]:
    """Return the live processes below this one, as "pid name"."""
    parents: dict[str, tuple[str, str]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            head, _, tail = path.read_text("utf-8", "replace").rpartition(")")
            state, parent = tail.split()[:2]
            if state not in "ZX":
                parents[path.parent.name] = (parent, head.partition("(")[2])
    found: set[str] = set()
    below = {str(os.getpid())}
    while below:
        below = {pid for pid, (parent, _) in parents.items() if parent in below}
        found |= {f"{pid} {parents[pid][1]}" for pid in below}
    return found


def descriptors() -> set[str]:
    """Return the open descriptors of this process."""
    return {path.name for path in Path("/dev/fd").iterdir()}


def _staying(before: set[str]) -> set[str]:
    for _ in range(PATIENCE):
        if not descendants() - before:
            break
        time.sleep(0.01)
    return descendants() - before


@contextmanager
def _redirected(place: Path) -> Iterator[None]:
    """Send what is written to this process's stdout and stderr, by whomever, to a file."""
    kept = [os.dup(1), os.dup(2)]
    with place.open("wb") as sink:
        for descriptor in (1, 2):
            os.dup2(sink.fileno(), descriptor)
    try:
        yield
    finally:
        for descriptor, old in zip((1, 2), kept, strict=True):
            os.dup2(old, descriptor)
            os.close(old)
