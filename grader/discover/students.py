"""One student's folder to one submission: which of its files are graded, and notes on the others."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from grader.discover.submission import SourceFile, Submission
from grader.discover.tree import MAX_SEEN, File, Folder, Unfit, as_source, is_document, is_source, stem
from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["NOTHING", "Taken", "named", "student"]

MAX_FILES = 200
MAX_BYTES = 100 * 2**20  # of all files of a submission
MAX_NAMED = 5  # files or folders that are named one by one
COURSE = "assignments"  # the folder of a course's clone that students write in
NOTHING = say("no notebook (.ipynb) or script (.py) was found")


@dataclass(frozen=True)
class Taken:
    """A submission, and where it comes from.

    Attributes:
        submission: what is graded.
        origins: where its files lie; where its folder lies if there are none.
        home: where its folder lies; of an archive, where its folder would lie.
        passed: the folders with lessons that were left aside.
    """

    submission: Submission
    origins: frozenset[str]
    home: str
    passed: tuple[str, ...] = ()


def student(
    folder: Folder, suite: str, *, name: str, owner: str = "", notes: Sequence[str] = (), elsewhere: str = ""
) -> Taken:
    """Return one student's submission.

    Args:
        folder: all that the student handed in.
        suite: the course; a folder of this name is preferred.
        name: the student's.
        owner: the student's id at the learning platform, so that points find their way back.
        notes: what is known already.
        elsewhere: why a person has to look if there are no files: what was handed in is of another kind.
    """
    search = _Search(suite)
    search.take(*search.start(folder))
    files = search.read()
    nothing = [] if search.found or search.faults else [elsewhere or NOTHING]
    unfit = search.faults[0] if search.faults else elsewhere if nothing else ""
    submission = Submission(name, tuple(files), (*notes, *search.notes, *nothing), owner, unfit)
    origins = frozenset(file.origin for _, file in search.found) or frozenset([folder.origin])
    home = stem(folder.origin) if folder.is_archive else folder.origin
    return Taken(submission, origins, home, tuple(name for name in search.passed if not is_source(name)))


def named(names: Sequence[str]) -> str:
    """Return a few names as a list in a sentence."""
    return ", ".join([*names[:MAX_NAMED], *(["..."] if len(names) > MAX_NAMED else [])])


class _Search:
    """What is found in a folder, and notes on it.

    Lessons next to each other hide those in folders below, which are older copies as a rule. Two kinds of
    folders are searched all the same, for what is not there yet under its name: archives, as they were handed
    in together with the lessons, and those of a repository, where a script at the top may be anything.
    """

    def __init__(self, suite: str) -> None:
        self.suite = suite
        self.found: list[tuple[str, File]] = []
        self.faults: list[str] = []  # of what a person has to look at
        self._spare: list[str] = []
        self._others: list[str] = []  # neither lessons nor archives
        self.passed: list[str] = []
        self._repository = False

    @property
    def notes(self) -> list[str]:
        """Notes on what was ignored."""
        said = [*self.faults[:MAX_NAMED], *self._spare[:MAX_NAMED]]
        more = len(self.faults) + len(self._spare) - len(said)
        if more:
            said.append(say("{count} more files were ignored", count=more))
        if self.passed:
            said.append(
                say("ignored, because there are lessons next to them: {names}", names=named(self.passed))
            )
        others = [name for name in self._others if not self.found or is_document(name)]
        if others:
            said.append(
                say("ignored, because they are neither notebooks nor scripts: {names}", names=named(others))
            )
        return said

    def start(self, folder: Folder) -> tuple[Folder, str]:
        """Return where the lessons begin, and the path to there."""
        path = ""
        while True:
            self._repository |= folder.is_repository
            if (inner := folder.at(self.suite)) and inner.sources:
                self._look(folder, path)
                self.passed += [path + file.name for file in folder.sources]
                others = (each for each in folder.folders if each is not inner and each.holds_sources())
                self.passed += [path + each.name for each in others]
                return inner, f"{path}{self.suite}/"
            if (inner := folder.at(COURSE, self.suite)) and inner.sources:  # a clone holds more than lessons
                return inner, f"{path}{COURSE}/{self.suite}/"
            fuller = [each for each in folder.folders if each.holds_sources()]
            if folder.sources or len(fuller) != 1:
                return folder, path
            self._look(folder, path)
            folder, path = fuller[0], f"{path}{fuller[0].name}/"

    def take(self, folder: Folder, path: str, known: frozenset[str] = frozenset()) -> None:
        """Take the lessons of a folder, and of those below it that are searched too."""
        self._look(folder, path)
        own = {file.name for file in folder.sources}
        for file in folder.sources:
            if file.name in known:
                self.passed.append(path + file.name)
            else:
                self.found.append((path + file.name, file))
        for inner in folder.folders:
            if not inner.holds_sources():
                continue
            if own and not (inner.is_archive or self._repository):
                self.passed.append(path + inner.name)
            else:
                self.take(inner, f"{path}{inner.name}/", known | own)

    def read(self) -> list[SourceFile]:
        """Return the files with their content."""
        files, left = [], MAX_BYTES
        for path, file in self.found[:MAX_FILES]:
            try:
                content = file.read()
            except Unfit as unfit:
                self._fault(path, unfit.reason)
                continue
            left -= len(content)
            if left < 0:
                self._fault(
                    path, say("together the files are larger than {size} MiB", size=MAX_BYTES // 2**20)
                )
                continue
            name = as_source(path)
            if name != path:
                self._spare.append(say("{name} was read as {other}", name=path, other=name))
            files.append(SourceFile(name, content))
        if len(self.found) > MAX_FILES:
            count = len(self.found)
            self.faults.append(
                say("only the first {most} of {count} files were used", most=MAX_FILES, count=count)
            )
        return files

    def _look(self, folder: Folder, path: str) -> None:
        """Note what is wrong in a folder, and in those below it that hold no lessons."""
        self._judge(path.rstrip("/") or folder.name, folder)
        for entry in folder.entries:
            if isinstance(entry, File):
                self._judge(path + entry.name, entry)
            elif not entry.holds_sources():
                self._judge(path + entry.name, entry)
                for name, inner in islice(entry.below(), MAX_SEEN):
                    self._judge(f"{path}{entry.name}/{name}", inner)

    def _judge(self, name: str, entry: File | Folder) -> None:
        if entry.fault and isinstance(entry, File) and entry.is_spare:
            self._spare.append(_aside(name, entry.fault))
        elif entry.fault:
            self._fault(name, entry.fault)
        elif isinstance(entry, File) and not entry.is_source:
            self._others.append(name)

    def _fault(self, name: str, reason: str) -> None:
        self.faults.append(_aside(name, reason))


def _aside(name: str, reason: str) -> str:
    return say("{name} was ignored: {reason}", name=name, reason=reason)
