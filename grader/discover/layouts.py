"""How a folder is arranged: one submission, a folder of students, or what a platform makes of a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.discover.platforms import Handed, canvas, looks_like_canvas, looks_like_moodle, moodle
from grader.discover.students import COURSE, named, student
from grader.discover.tree import METADATA, Folder, Unfit, is_source, readable, stem
from grader.errors import UsageError
from grader.words import say, translatable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from grader.discover.gradescope import Submitters
    from grader.discover.students import Taken

__all__ = ["LAYOUTS", "SAID", "guess", "taken"]

SUBMITTED = "submitted"  # nbgrader's folder of what was collected
STEPS = {"source", "release", "autograded", "feedback"}  # its others
PROJECTS = {"pyproject.toml", "setup.py", "setup.cfg", "requirements.txt", "environment.yml"}

SAID = {
    "single": translatable("one submission"),
    "folders": translatable("a folder of students"),
    "canvas": translatable("a download from Canvas"),
    "moodle": translatable("a download from Moodle"),
    "gradescope": translatable("an export from Gradescope"),
    "nbgrader": translatable("submissions collected by nbgrader"),
    "repositories": translatable("a folder of repositories"),
}
LAYOUTS = ("auto", *SAID)

Found = tuple[list["Taken"], list[str]]


def _unwrapped(folder: Folder) -> Iterator[Folder]:
    """Yield a folder, and while it holds one folder and nothing else, as most archives do, that one too."""
    yield folder
    while len(folder.entries) == 1 and isinstance(folder.entries[0], Folder):
        folder = folder.entries[0]
        yield folder


def guess(folder: Folder, suite: str) -> str:
    """Return the layout that a folder has by the names in it."""
    wrapped = list(_unwrapped(folder))
    for layout, fits in _PLATFORMS.items():
        if any(map(fits, wrapped)):
            return layout
    if folder.is_archive:
        folder = wrapped[-1]
    places = [folder, folder.at(suite), folder.at(COURSE, suite)]
    if folder.is_repository or any(place and place.sources for place in places):
        return "single"
    if PROJECTS & {file.name for file in folder.files}:
        return "single"
    return "repositories" if any(each.is_repository for each in folder.folders) else "folders"


_PLATFORMS: dict[str, Callable[[Folder], bool]] = {
    "gradescope": lambda folder: any(file.name == METADATA for file in folder.files),
    "moodle": lambda folder: looks_like_moodle(folder.entries),
    "canvas": lambda folder: looks_like_canvas(folder.entries),
    "nbgrader": lambda folder: _submitted(folder) is not None,
}


def taken(folder: Folder, suite: str, layout: str) -> Found:
    """Return the submissions in a folder, and notes on the whole.

    Raises:
        UsageError: it does not have this layout.
    """
    name = stem(folder.name) if folder.is_archive else folder.name
    if layout == "single":
        return _single(folder, suite, name)
    wrapped = list(_unwrapped(folder))
    fitting = (inner for inner in wrapped if layout in _PLATFORMS and _PLATFORMS[layout](inner))
    found = _TAKING[layout](next(fitting, wrapped[-1] if folder.is_archive else folder), suite)
    if layout in _PLATFORMS and not found[0]:
        raise UsageError(f"{name} does not have the layout {layout}.")
    return found


def _single(folder: Folder, suite: str, name: str) -> Found:
    one = student(folder, suite, name=name)
    homes = {file.name.split("/")[0] for file in one.submission.files if "/" in file.name} | {*one.passed}
    notes: list[str] = []
    if len(homes) > 1:
        notes.append(
            say(
                "{name} was read as one submission, although there are lessons in several folders: "
                "{folders}; with --layout folders, each folder is one submission",
                name=name,
                folders=named(sorted(homes)),
            )
        )
    return [one], notes


def _folders(folder: Folder, suite: str) -> Found:
    students = [
        student(each, suite, name=stem(each.name) if each.is_archive else each.name)
        for each in folder.folders
    ]
    return students, _strays([file.name for file in folder.files])


def _canvas(folder: Folder, suite: str) -> Found:
    return _handed(folder, suite, *canvas(folder.entries))


def _moodle(folder: Folder, suite: str) -> Found:
    return _handed(folder, suite, *moodle(folder.entries))


def _handed(folder: Folder, suite: str, students: Sequence[Handed], strays: Sequence[str]) -> Found:
    found = []
    for each in students:
        home = Folder(each.name, f"{folder.origin}/{each.name}_{each.owner}", each.listed)
        found.append(
            student(home, suite, name=each.name, owner=each.owner, notes=each.notes, elsewhere=each.elsewhere)
        )
    return found, _strays(strays)


def _gradescope(folder: Folder, suite: str) -> Found:
    from grader.discover.gradescope import submitters  # noqa: PLC0415 - most runs need no parser for YAML

    people: dict[str, Submitters] = {}
    notes: list[str] = []
    for file in folder.files:
        try:
            people = submitters(file.read()) if file.name == METADATA else people
        except Unfit as unfit:
            notes.append(say("{name} cannot be read: {reason}", name=METADATA, reason=unfit.reason))
    found = []
    for each in folder.folders:
        who = people.pop(each.name, None)
        said = [] if who else [say("{name} does not say clearly who handed this in", name=METADATA)]
        shown = readable(who.name) if who else each.name
        found.append(student(each, suite, name=shown, owner=readable(who.owner) if who else "", notes=said))
    if people:
        names = [f"{readable(who.name)} ({readable(name)})" for name, who in people.items()]
        notes.append(say("these are not in the export: {names}", names=named(names)))
    return found, notes + _strays([file.name for file in folder.files if file.name != METADATA])


def _nbgrader(folder: Folder, suite: str) -> Found:
    home = _submitted(folder) or folder
    found, notes = _folders(home, suite)
    others = [] if home is folder else [each.name for each in folder.folders if each is not home]
    return found, notes + _strays(others)


def _submitted(folder: Folder) -> Folder | None:
    """Return nbgrader's folder ``submitted``: below a course's folder, or the folder itself."""
    inner = folder.at(SUBMITTED)
    if (
        inner
        and inner.folders
        and (len(folder.folders) == 1 or STEPS & {each.name for each in folder.folders})
    ):
        return inner
    return folder if folder.name == SUBMITTED and folder.folders and not folder.sources else None


def _strays(names: Sequence[str]) -> list[str]:
    """Say which files besides the students' own were ignored."""
    if not names:
        return []
    sources = [name for name in names if is_source(name)]
    shown = named([*sources, *(name for name in names if name not in sources)])
    return [say("ignored, because they belong to no student: {names}", names=shown)]


_TAKING: dict[str, Callable[[Folder, str], Found]] = {
    "folders": _folders,
    "canvas": _canvas,
    "moodle": _moodle,
    "gradescope": _gradescope,
    "nbgrader": _nbgrader,
    "repositories": _folders,
}
