"""Where a course is: the one that comes with the grader, an installed one, or a folder of its author's.

Only the caller decides which: by a name or a path on the command line, or by ``GRADER_COURSE``. A name never
means a folder, and a path never means an installed course, so nothing that lies in the working folder or
among what is graded can take a course's place.
"""

from __future__ import annotations

import importlib.metadata
import keyword
import os
import shlex
from dataclasses import dataclass
from pathlib import Path

from grader.course.blame import told
from grader.errors import SuiteError, UsageError

__all__ = ["BESIDE", "DEFAULT", "GROUP", "Place", "find", "installed"]

DEFAULT = "cnn"
BUILT_IN = {"cnn": "grader.suites.cnn"}
GROUP = "grader.courses"  # of the entry points of installed courses
BESIDE = {"assignments", "solutions", "tests", "docs"}  # folders of a course that are not its package


@dataclass(frozen=True, slots=True)
class Place:
    """Where a course is.

    Attributes:
        spec: what it was asked for by, from any working folder: its name, or its absolute path.
        module: the name of the package that defines ``SUITE``.
        package: the folder of that package; None for one that is imported by its name alone.
        home: the author's folder around it, with ``solutions`` and ``assignments``; None if it is installed.
    """

    spec: str
    module: str
    package: Path | None = None
    home: Path | None = None


def find(course: str | None = None) -> Place:
    """Return where a course is.

    Args:
        course: the name of an installed course, or a path, which has a slash in it or is ``.`` or ``..``; by
            default the course that comes with the grader.

    Raises:
        UsageError: there is no such course, or more than one.
        SuiteError: its package has a name that no package can have.
    """
    if course is None:
        return Place(DEFAULT, BUILT_IN[DEFAULT])
    if not _is_path(course):
        return _by_name(course)
    try:
        return _by_path(Path(course).expanduser() if course.startswith("~") else Path(course))
    except RuntimeError as error:
        raise UsageError(f"{course} cannot be found: there is no such user.") from error


def installed() -> dict[str, dict[str, str]]:
    """Return the installed courses by name: for each distribution that has one of that name, the module."""
    found = {name: {"convgrade": module} for name, module in BUILT_IN.items()}
    try:
        entries = list(importlib.metadata.entry_points(group=GROUP))
    except Exception as error:  # whatever a damaged file makes of the reader
        raise UsageError(f"The entry points of an installed package are damaged: {told(error)}.") from error
    for entry in entries:
        distribution = entry.dist.name if entry.dist else "an unknown distribution"
        found.setdefault(entry.name, {})[distribution] = entry.value.partition(":")[0].strip()
    return found


def _is_path(course: str) -> bool:
    return course in {os.curdir, os.pardir} or any(mark in course for mark in ("/", os.sep))


def _by_name(name: str) -> Place:
    known = installed()
    if name not in known:
        here = (
            f" For the folder of that name, use --course {shlex.quote(f'./{name}')}."
            if name and Path(name).is_dir()
            else ""
        )
        raise UsageError(
            f"No installed course is called {name!r}. Installed: {', '.join(sorted(known))}."
            f"{here or ' For a course in a folder, give its path, such as ./my-course.'}"
        )
    if len(known[name]) > 1:
        raise UsageError(
            f"Several installed packages have a course called {name!r}: {', '.join(sorted(known[name]))}."
            " Uninstall all but one, or name the course by its path."
        )
    return Place(name, next(iter(known[name].values())))


def _by_path(path: Path) -> Place:
    try:
        if not path.is_dir():
            found = "is not a folder" if path.exists() else "does not exist"
            raise UsageError(f"{path} {found}. A course is a folder with a Python package in it.")
        path = Path(os.path.abspath(path))  # noqa: PTH100 - a link keeps its name
        package = path if _is_package(path) else _package_in(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    name = package.name
    if not name.isidentifier() or keyword.iskeyword(name):
        raise SuiteError(
            f"a package cannot be called {name!r}.",
            where=str(package),
            remedy="Rename the folder: letters, digits and underscores, no digit first, no Python keyword.",
        )
    return Place(str(package), name, package, package.parent)


def _is_package(folder: Path) -> bool:
    return (folder / "__init__.py").is_file()


def _package_in(folder: Path) -> Path:
    found = [each for each in sorted(folder.iterdir()) if each.is_dir() and _is_package(each)]
    found = [each for each in found if each.name not in BESIDE]
    if not found:
        raise UsageError(
            f"{folder} contains no course: none of its folders has an __init__.py."
            " Create one with `grader new course NAME`."
        )
    if len(found) > 1:
        names = ", ".join(each.name for each in found)
        first = shlex.quote(str(found[0]))
        raise UsageError(f"{folder} contains several packages ({names}). Choose one: --course {first}.")
    return found[0]
