"""From paths to submissions: names and bytes only; nothing is parsed, nothing is run.

A path whose own files, or whose folder named after the suite, hold lessons is one submission;
otherwise each of its folders is one. A single notebook or script is a submission of one file.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from grader.errors import UsageError
from grader.model import SourceFile, Submission
from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["discover"]

ENDINGS = {".ipynb", ".py"}
LEFT_OUT = {
    "__pycache__",
    "node_modules",
    "site-packages",
    "venv",
    "build",
    "dist",
}  # never a student's lessons
MAX_FILE = 20 * 2**20  # bytes; a notebook with every picture in it is smaller
MAX_FILES = 200
MAX_NAMED = 5  # folders in one note
MAX_DEPTH = 6
NOTHING = say("no notebook (.ipynb) or script (.py) was found")


def discover(paths: Sequence[Path], suite: str) -> list[Submission]:
    """Return the submissions under the paths, in order of name, each with a name of its own.

    Raises:
        UsageError: a path does not exist, or there is nothing to grade below it.
    """
    found: list[Submission] = []
    for path in paths:
        found += _below(path, suite)
    return _with_unique_names(found)


def _below(path: Path, suite: str) -> list[Submission]:
    try:
        if not path.exists():
            raise UsageError(f"{path} does not exist.")
        if path.is_file():
            return [_single(path)]
        if any(_holds_lessons(place) for place in _places(path, suite)):
            return [_noting_folders(path, _submission(path, _lessons_of(path, suite)), suite)]
        folders = [child for child in _children(path) if child.is_dir() and not child.is_symlink()]
        students = [_student(child, suite) for child in folders]
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    if all(student.notes == (NOTHING,) for student in students):
        raise UsageError(
            f"There is nothing to grade in {path}: it holds no notebook (.ipynb) or script (.py), "
            f"and no folder that does."
        )
    return students


def _noting_folders(path: Path, submission: Submission, suite: str) -> Submission:
    """Say so if a path that is one submission holds folders with lessons too: it may have been a class."""
    folders = [child for child in _children(path) if child.is_dir() and child.name != suite]
    others = [_readable(child.name) for child in folders if _holds_lessons(child)]
    if not others:
        return submission
    note = say(
        "lessons stand here and in folders beside them; the folders were left aside: {folders}",
        folders=", ".join(others[:MAX_NAMED]) + (", ..." if len(others) > MAX_NAMED else ""),
    )
    return Submission(submission.name, submission.files, (*submission.notes, note))


def _single(path: Path) -> Submission:
    if path.suffix.lower() not in ENDINGS:
        raise UsageError(f"{path} is neither a notebook (.ipynb) nor a script (.py).")
    return _submission(path, [path])


def _student(folder: Path, suite: str) -> Submission:
    """Return one student's submission; a folder that cannot be read costs nobody else anything."""
    try:
        return _submission(folder, _lessons_of(folder, suite))
    except OSError as error:
        return Submission(
            _readable(folder.name),
            (),
            (say("the folder cannot be read ({reason})", reason=str(error.strerror)),),
        )


def _places(folder: Path, suite: str) -> list[Path]:
    """Return where lessons stand beside each other; a link could lead to the solutions."""
    inner = folder / suite
    return [folder] if inner.is_symlink() else [inner, folder]


def _lessons_of(folder: Path, suite: str) -> list[Path]:
    """Return the lesson files of one submission: those beside each other, else all below."""
    for place in _places(folder, suite):
        if _holds_lessons(place):
            return _lessons(place)
    return list(_walk(folder, 0))


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    yield from _lessons(folder)
    if depth < MAX_DEPTH:
        for child in _children(folder):
            if child.is_dir() and not child.is_symlink():
                yield from _walk(child, depth + 1)


def _holds_lessons(folder: Path) -> bool:
    return folder.is_dir() and any(_lessons(folder))


def _lessons(folder: Path) -> list[Path]:
    return [child for child in _children(folder) if child.suffix.lower() in ENDINGS and not child.is_dir()]


def _children(folder: Path) -> list[Path]:
    kept = (
        child for child in folder.iterdir() if not child.name.startswith(".") and child.name not in LEFT_OUT
    )
    return sorted(kept, key=lambda child: child.name)


def _submission(root: Path, paths: list[Path]) -> Submission:
    files: list[SourceFile] = []
    notes: list[str] = []
    if len(paths) > MAX_FILES:
        notes.append(
            say("only the first {most} of {count} files were taken", most=MAX_FILES, count=len(paths))
        )
    for path in paths[:MAX_FILES]:
        name = _readable(path.name if path == root else path.relative_to(root).as_posix())
        reason = _unfit(path)
        if reason:
            notes.append(say("{name} was left aside: {reason}", name=name, reason=reason))
        else:
            files.append(SourceFile(name, path.read_bytes()))
    if not paths:
        notes.append(NOTHING)
    name = root.stem if root.is_file() else root.resolve().name
    return Submission(_readable(name), tuple(files), tuple(notes))


def _readable(name: str) -> str:
    """Return a file's name as text: its bytes may be no UTF-8, its characters may steer a terminal."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "�" for char in text)


def _unfit(path: Path) -> str:
    """Return why a file cannot be taken in; empty if it can."""
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        return say("it is not a regular file")
    if status.st_size > MAX_FILE:
        return say("it is larger than {size} MiB", size=MAX_FILE // 2**20)
    try:
        with path.open("rb"):
            return ""
    except OSError as error:
        return say("it cannot be read ({reason})", reason=str(error.strerror))


def _with_unique_names(submissions: list[Submission]) -> list[Submission]:
    taken = {submission.name for submission in submissions}
    seen: set[str] = set()
    unique = []
    for submission in submissions:
        name, count = submission.name, 1
        while name in seen or (count > 1 and name in taken):
            count += 1
            name = f"{submission.name} ({count})"
        seen.add(name)
        unique.append(Submission(name, submission.files, submission.notes))
    return unique
