"""Which files a new course or a new exercise consists of, as path to text. Nothing is written here."""

from __future__ import annotations

import builtins
import keyword
import re
import sys
from importlib.machinery import PathFinder
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from grader import __version__
from grader.course.find import BESIDE
from grader.errors import UsageError
from grader.files import read
from grader.skeleton.listing import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grader.course.load import Course

__all__ = ["new_course", "new_exercise"]

TEMPLATES = Path(__file__).parent / "templates"
_LESSON = re.compile(r"lesson_?(\d+)_?(.*)")


def new_course(
    home: Path, name: str, lesson: str, exercise: str, *, title: str | None = None
) -> dict[Path, str]:
    """Return the files of a new course with one lesson and one exercise.

    Args:
        home: the author's folder around the course.
        name: what the course and its package are called.
        lesson: the name of its lesson.
        exercise: the name of the exercise, which is a function.
        title: of the course; its name if left out.

    Raises:
        UsageError: one of them cannot be the name of a Python module, or two are the same.
    """
    _check_names(course=name, lesson=lesson, exercise=exercise)
    if name in {*BESIDE, *sys.stdlib_module_names} or PathFinder.find_spec(name):
        raise UsageError(f"A course cannot be called {name!r}: that name is taken. Choose another one.")
    words = _words(name, lesson, exercise)
    if title is not None:
        _check_title(title)
        words["course_title"] = title
    return {
        home / "README.md": _filled("readme", words),
        home / "pyproject.toml": _filled("pyproject", words),
        home / name / "__init__.py": _filled("suite", words),
        home / name / lesson / "__init__.py": _filled("lesson", words),
        home / name / lesson / f"{exercise}.py": _filled("exercise", words),
        home / "solutions" / name / f"{lesson}.py": _filled("solution", words) + _filled("solved", words),
        **_implementations(home / "tests/implementations", exercise, words),
    }


def new_exercise(course: Course, name: str, lesson: str) -> dict[Path, str]:
    """Return the files of a new exercise, among them those of the course that name it.

    Args:
        course: where it is added.
        name: the name of the exercise, which is a function.
        lesson: the lesson that it comes last in; made, as the last one of the course, if there is none.

    Raises:
        UsageError: the name is taken or cannot be one, or a file cannot be added to.
    """
    _check_names(lesson=lesson, exercise=name)
    suite, package = course.suite, course.package
    known = [each.name for each in suite.lessons]
    taken = [*known, *(each.name for each in suite.exercises)]
    if name in taken:
        raise UsageError(f"{suite.name} already has {name}; choose another name.")
    words = _words(suite.name, lesson, name)
    module = package / lesson / "__init__.py"
    solution = course.beside("solutions") / suite.name / f"{lesson}.py"
    created = {
        package / lesson / f"{name}.py": _filled("exercise", words),
        **_implementations(course.beside("tests/implementations"), name, words),
    }
    if lesson in known:
        solved = _read(solution).rstrip() + "\n\n" + _filled("solved", words)
        changed = {module: listed(_read(module), "lesson", name, where=module), solution: solved}
    elif lesson in taken:
        raise UsageError(f"{lesson} is an exercise of {suite.name}; choose another name for the lesson.")
    else:
        created[module] = _filled("lesson", words)
        created[solution] = _filled("solution", words) + _filled("solved", words)
        top = package / "__init__.py"
        changed = {top: listed(_read(top), "suite", lesson, attribute="LESSON", where=top)}
    for path in created:
        if path.exists():
            raise UsageError(f"{path} already exists. Move it away, or choose another name.")
    return created | changed


def _check_names(**names: str) -> None:
    for what, name in names.items():
        if what == "exercise" and hasattr(builtins, name):
            raise UsageError(f"The exercise cannot be called {name!r}: that is a Python function.")
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or keyword.iskeyword(name):
            raise UsageError(
                f"The {what} cannot be called {name!r}. Use lower-case letters, digits and underscores,"
                f" starting with a letter{', and not a Python keyword' if keyword.iskeyword(name) else ''}."
            )
    if len({*names.values()}) < len(names):
        raise UsageError(f"Course, lesson and exercise need different names: {', '.join(names.values())}.")


def _check_title(title: str) -> None:
    if not title.strip() or any(char in title for char in '"\\\n'):
        raise UsageError("A title needs a letter, and no quotation marks, backslashes or line breaks.")


def _words(course: str, lesson: str, exercise: str) -> dict[str, str]:
    numbered = _LESSON.fullmatch(lesson)
    title = _title(numbered[2] if numbered else lesson)
    return {
        "course": course,
        "course_title": _title(course),
        "distribution": course.replace("_", "-"),
        "version": __version__,
        "lesson": lesson,
        "lesson_title": ": ".join(filter(None, (f"Lesson {numbered[1]}", title))) if numbered else title,
        "exercise": exercise,
        "title": _title(exercise),
    }


def _title(name: str) -> str:
    return name.replace("_", " ").strip().capitalize()


def _implementations(folder: Path, exercise: str, words: Mapping[str, str]) -> dict[Path, str]:
    return {folder / kind / f"{exercise}.py": _filled(kind, words) for kind in ("wheats", "chaffs")}


def _filled(template: str, words: Mapping[str, str]) -> str:
    return Template((TEMPLATES / f"{template}.txt").read_text("utf-8")).substitute(words)


def _read(path: Path) -> str:
    if not path.is_file():
        raise UsageError(f"{path} is missing. Every lesson needs this file.")
    return read(path)
