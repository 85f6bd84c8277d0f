"""From paths to submissions: names and bytes only; nothing is parsed, nothing is run.

```
path ── disk, archives ──▶ Folder ── layouts: whose is what ──▶ students: which files ──▶ Submission
```

A path is a notebook or script, a folder or archive of one student's, or one of a class, as people keep them
or as a learning platform hands them out. The layout is guessed from names, and reported.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grader.discover import disk
from grader.discover.layouts import LAYOUTS, SAID, guess, taken
from grader.discover.students import student
from grader.discover.tree import File, Folder, stem
from grader.errors import UsageError
from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from grader.discover.students import Taken
    from grader.discover.submission import Submission

__all__ = ["LAYOUTS", "Intake", "discover", "discover_one", "take_in"]


@dataclass(frozen=True)
class Intake:
    """What was taken in.

    Attributes:
        submissions: in order of name, path by path, each with a name of its own.
        notes: about the whole: how each path was understood, what was ignored.
    """

    submissions: tuple[Submission, ...]
    notes: tuple[str, ...] = ()


def discover(paths: Sequence[Path], suite: str, layout: str = "auto") -> list[Submission]:
    """Return the submissions under the paths; see ``take_in``.

    Raises:
        UsageError: a path does not exist, or there is nothing to grade below it.
    """
    return list(take_in(paths, suite, layout).submissions)


def discover_one(path: Path, suite: str) -> Submission:
    """Return the one submission that a folder of lessons is, such as the solutions.

    Raises:
        UsageError: as ``discover``, or there are several.
    """
    found = discover([path], suite)
    if len(found) != 1:
        raise UsageError(f"{path} holds {len(found)} submissions; it must be one folder of lessons.")
    return found[0]


def take_in(paths: Sequence[Path], suite: str, layout: str = "auto") -> Intake:
    """Return the submissions under the paths, and notes on how they were found.

    Args:
        paths: notebooks, scripts, folders, archives.
        suite: the course; lessons in a folder of this name are preferred.
        layout: one of ``LAYOUTS``; ``auto`` guesses it for each path.

    Raises:
        UsageError: a path does not exist, has another layout, or there is nothing to grade below it.
    """
    found: list[Taken] = []
    notes: list[str] = []
    for path in paths:
        students, said = _below(path, suite, layout)
        notes += said
        found += list(_once(students, found, notes))
    if not any(each.submission.files or each.submission.unfit for each in found):
        raise UsageError(
            f"There is nothing to grade in {', '.join(map(str, paths))}: no notebook (.ipynb) or script "
            f"(.py), and no folder or archive that contains one."
        )
    return Intake(tuple(_with_unique_names([each.submission for each in found])), tuple(notes))


def _below(path: Path, suite: str, layout: str) -> tuple[list[Taken], list[str]]:
    try:
        if not path.exists():
            raise UsageError(f"{path} does not exist.")
        if path.is_dir():
            next(path.iterdir(), None)  # so that it is said here if this is not allowed
        elif not path.is_file():
            raise UsageError(f"{path} cannot be read: it is neither a file nor a folder.")
        place = disk.at(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    if isinstance(place, File):
        return [_single(place, path, suite)], []
    chosen = "single" if place.fault else guess(place, suite) if layout == "auto" else layout
    students, notes = taken(place, suite, chosen)
    if not students:
        return taken(place, suite, "single")
    if chosen != "single":
        words = say(
            "{path} was read as {layout}: {count} submissions",
            path=place.name,
            layout=SAID[chosen],
            count=len(students),
        )
        notes = [words, *notes]
    return students, notes


def _single(file: File, path: Path, suite: str) -> Taken:
    if not file.is_source:
        raise UsageError(f"{path} is neither a notebook (.ipynb) nor a script (.py), nor an archive of them.")
    home = Folder(file.name, file.origin, lambda: [file])
    return student(home, suite, name=stem(file.name))


def _once(students: Iterable[Taken], before: Iterable[Taken], notes: list[str]) -> Iterator[Taken]:
    """Yield what is new: paths may overlap, and a folder may be next to its own archive."""
    origins = {each.origins for each in before}
    homes = set()
    for each in students:
        one = each.submission
        home = (each.home, one.files)
        if each.origins in origins or home in homes:
            notes.append(say("{name} was found twice and is counted once", name=one.name))
            continue
        origins.add(each.origins)
        homes.add(home)
        yield each


def _with_unique_names(submissions: list[Submission]) -> Iterator[Submission]:
    """Give each a name of its own: with the platform's id where there is one, else with a number."""
    counts = Counter(submission.name for submission in submissions)
    named = [
        replace(each, name=f"{each.name} ({each.owner})") if each.owner and counts[each.name] > 1 else each
        for each in submissions
    ]
    taken_names = {submission.name for submission in named}
    seen: set[str] = set()
    for each in named:
        name, count = each.name, 1
        while name in seen or (count > 1 and name in taken_names):
            count += 1
            name = f"{each.name} ({count})"
        seen.add(name)
        if name == each.name:
            yield each
        else:
            note = say("there is another submission with this name: {name}", name=each.name)
            yield replace(each, name=name, notes=(*each.notes, note))
