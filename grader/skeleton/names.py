"""What a course, a lesson or an exercise may be called.

A name is refused if it would break the files that are made for it or those of the course that it is added
to, with a message that says why, before anything is written.
"""

from __future__ import annotations

import builtins
import importlib.metadata
import keyword
import re
import symtable
import sys
import unicodedata
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING

from grader.course.find import BESIDE, installed
from grader.errors import UsageError
from grader.files import parsed
from grader.skeleton.filling import filled

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["check_course", "check_exercise", "check_lesson", "check_title", "distribution", "used"]

LONGEST = 100
INSIDE = {"cases", "locale"}  # folders of a course's package that are no lesson
OF_AN_EXERCISE = ("exercise", "lesson", "solution", "solved", "wheats", "chaffs")


def check_course(name: str) -> None:
    """Refuse a name that is no module's, or is that of a package that is installed or that a course needs.

    Raises:
        UsageError: with the reason.
    """
    _check_form("course", name)
    if name in {*BESIDE, *installed()} or _is_module(name) or _is_distribution(distribution(name)):
        raise UsageError(f"A course cannot be called {name!r}: that name is taken. Choose another one.")


def check_lesson(name: str, course: str) -> None:
    """Refuse a name that is no module's, or hides something from the course or from its students.

    Raises:
        UsageError: with the reason.
    """
    _check_form("lesson", name)
    _check_different("lesson", name, course)
    if name in {*INSIDE, *used(filled("suite"))}:
        raise _taken("lesson", name, "the course uses that name for something else")
    if _is_module(name):  # students run the lessons in their folder: its files are found first
        raise _taken("lesson", name, "its file would hide the Python module of that name")


def check_exercise(name: str, course: str, lesson: str) -> None:
    """Refuse a name that is no function's, or means something else in the files of an exercise.

    Raises:
        UsageError: with the reason.
    """
    _check_form("exercise", name)
    _check_different("exercise", name, course, lesson)
    if hasattr(builtins, name):
        raise _taken("exercise", name, "that is a Python function")
    texts = {template: filled(template) for template in OF_AN_EXERCISE}
    # The other solutions of the course have the same arguments, where it would look like a call.
    if any(name in used(text, inside=template == "solved") for template, text in texts.items()):
        raise _taken("exercise", name, "the files of an exercise use that name for something else")


def check_title(title: str) -> None:
    """Refuse a title that cannot be between quotation marks in a file of Python and of TOML.

    Raises:
        UsageError: with the reason.
    """
    strange = [char for char in title if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}]
    if not title.strip() or strange or any(char in title for char in '"\\'):
        raise UsageError(
            "A title needs a letter, and no quotation marks, backslashes, line breaks or control characters."
        )


def distribution(course: str) -> str:
    """Return what pip calls a course's package."""
    return re.sub(r"_+", "-", course).strip("-")


def used(source: str, where: Path | None = None, *, inside: bool = False) -> set[str]:
    """Return the names that a module binds or reads, outside of functions or inside of them as well.

    Raises:
        SuiteError: it does not parse.
    """
    parsed(source, where, "syntax error")
    tables = [symtable.symtable(source, "", "exec")]
    if inside:
        tables += tables[0].get_children()
    return {name for table in tables for name in table.get_identifiers()}


def _check_form(what: str, name: str) -> None:
    known = keyword.iskeyword(name)
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or known or len(name) > LONGEST:
        raise UsageError(
            f"The {what} cannot be called {name!r}. Use lower-case letters, digits and underscores,"
            f" {LONGEST} at most, starting with a letter{', and not a Python keyword' if known else ''}."
        )


def _check_different(what: str, name: str, *others: str) -> None:
    if name in others:
        raise _taken(what, name, "course, lesson and exercise need different names")


def _taken(what: str, name: str, because: str) -> UsageError:
    return UsageError(f"The {what} cannot be called {name!r}: {because}. Choose another name.")


def _is_module(name: str) -> bool:
    """Say whether Python finds a module of this name; a folder with no module in it is none."""
    spec = None if name in sys.stdlib_module_names else PathFinder.find_spec(name)
    return name in sys.stdlib_module_names or (spec is not None and spec.origin is not None)


def _is_distribution(name: str) -> bool:
    try:
        importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True
