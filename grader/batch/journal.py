"""The journal of a batch: every finished grade is saved at once, and a killed run continues where it stopped.

It is next to the file that the report will be written to. Grades are frames of ``worker.wire``, one after
the other, each with a checksum; a half-written frame at the end is cut off. Nothing that is read
here can run code. A killed process loses nothing; when the machine itself loses power, the system may not
have put the last grades on the disk yet. A file that is only added to needs no database: a line that was cut
off is seen by its checksum, and people can copy, move and delete it as any file.
"""

from __future__ import annotations

import hashlib
import json
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from grader.batch.records import grade_of, record_of
from grader.errors import UsageError
from grader.pipeline import digest
from grader.worker import wire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from grader.course.model import Suite
    from grader.discover.submission import Submission
    from grader.judging.grades import Grade
    from grader.pipeline import Grader

__all__ = ["Journal", "Journaled"]


class Journal:
    """Grades on disk, by submission; use as a context manager.

    Args:
        path: the file; made if it is not there.
        settings: what the grades depend on besides the submissions; a journal of other settings is refused.
        suite: what the grades are about.

    Raises:
        UsageError: the file is no journal, is of a run with other settings, or of one that goes on.
    """

    def __init__(self, path: Path, settings: Mapping[str, object], suite: Suite) -> None:
        self.path, self._lock = path, threading.Lock()
        self._suite = suite
        self._known: dict[tuple[str, str], Grade] = {}
        try:
            self._file: BinaryIO = path.open("a+b", buffering=0)
        except OSError as error:
            raise UsageError(f"{path} cannot be written: {error.strerror}.") from error
        try:
            self._begin(json.dumps(settings, sort_keys=True, default=str))
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._known)

    def known(self, submission: Submission) -> Grade | None:
        """Return what an earlier run found for these very files, unless it could not grade them in full."""
        return self._known.get((submission.name, digest(submission)))

    def add(self, grade: Grade) -> None:
        """Write a grade down; from any thread.

        Raises:
            UsageError: the disk is full, or the like.
        """
        with self._lock, suppress(wire.Garbled):  # what is too large to be written is graded again
            self._write(record_of(grade))

    def _begin(self, settings: str) -> None:
        self._claim()
        self._file.seek(0)
        data = self._file.read()
        frames = _Frames(data)
        head = next(frames, None)
        if head is None:
            if data:
                raise UsageError(
                    f"{self.path} is not a journal of grades. Move it away, or choose another output."
                )
            self._write(settings)
            return
        if head != settings:
            raise UsageError(
                f"{self.path} contains grades of an unfinished run with other settings (course, seed, grader,"
                f" options). Finish that run, or delete the file to start again."
            )
        for record in frames:
            grade = grade_of(record, self._suite)
            if grade is not None and None not in {grade.earned, grade.extra_earned}:
                self._known[grade.submission, grade.digest] = grade
        self._file.truncate(frames.end)

    def _claim(self) -> None:
        """Keep a second run with the same output from writing between these lines; see flock(2)."""
        import fcntl  # noqa: PLC0415 - where there is none, nothing can be graded either

        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise UsageError(f"{self.path} belongs to a run that has not ended yet.") from error
        except OSError:
            return  # some network file systems have no locks

    def _write(self, record: Any) -> None:
        parts = wire.encode(record)
        frame = memoryview(parts.frame(_checksum(parts.tree, parts.body)))
        try:
            while frame:
                frame = frame[self._file.write(frame) :]
        except OSError as error:
            raise UsageError(f"{self.path} cannot be written: {error.strerror}.") from error


@dataclass(slots=True)
class _Frames:
    """The values of a journal's frames, up to the first that is damaged; ``end`` is where that one begins."""

    data: bytes
    end: int = 0

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        head = self.end + wire.HEAD.size
        try:
            number, tree, body = wire.read_head(self.data[self.end : head])
            parts = self.data[head : head + tree], self.data[head + tree : head + tree + body]
            if _checksum(*parts) != number:
                raise StopIteration
            value = wire.decode(*parts, generators=True)
        except wire.Garbled as error:
            raise StopIteration from error
        self.end = head + tree + body
        return value


class Journaled:
    """A grader that writes each grade down, and takes what is there from the journal."""

    def __init__(self, grader: Grader, journal: Journal) -> None:
        self._grader, self._journal = grader, journal

    def grade(self, submission: Submission, done: Callable[[], None] = lambda: None) -> Grade:
        """Return the submission's grade; ``done`` is called for each exercise."""
        known = self._journal.known(submission)
        if known is not None:
            for _ in known.exercises:
                done()
            return known
        grade = self._grader.grade(submission, done)
        self._journal.add(grade)
        return grade


def _checksum(tree: bytes, body: bytes) -> int:
    sha = hashlib.blake2b(digest_size=8)
    for part in (tree, body):
        sha.update(len(part).to_bytes(8, "little") + part)
    return int.from_bytes(sha.digest(), "little")
