"""Which files a new course or a new exercise consists of, as path to text. Nothing is written here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grader import __version__
from grader.errors import UsageError
from grader.files import read
from grader.skeleton.filling import filled
from grader.skeleton.listing import listed
from grader.skeleton.names import (
    check_course,
    check_exercise,
    check_lesson,
    check_title,
    distribution,
    used,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from grader.course.load import Course

__all__ = ["new_course", "new_exercise"]

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
        UsageError: one of them cannot be the name of what it is for.
    """
    check_course(name)
    check_lesson(lesson, name)
    check_exercise(exercise, name, lesson)
    words = _words(name, lesson, exercise)
    if title is not None:
        check_title(title)
        words["course_title"] = title.strip()
    return {
        home / "README.md": filled("readme", words),
        home / "pyproject.toml": filled("pyproject", words),
        home / name / "__init__.py": filled("suite", words),
        home / name / lesson / "__init__.py": filled("lesson", words),
        home / name / lesson / f"{exercise}.py": filled("exercise", words),
        home / "solutions" / name / f"{lesson}.py": _solution(words),
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
    suite = course.suite
    lessons, exercises = ([each.name for each in found] for found in (suite.lessons, suite.exercises))
    if name in {*lessons, *exercises}:
        raise UsageError(f"{suite.name} already has {name}; choose another name.")
    if lesson in exercises:
        raise UsageError(f"{lesson} is an exercise of {suite.name}; choose another name for the lesson.")
    if lesson not in lessons:
        check_lesson(lesson, suite.name)
    check_exercise(name, suite.name, lesson)
    words = _words(suite.name, lesson, name)
    created = {
        course.package / lesson / f"{name}.py": filled("exercise", words),
        **_implementations(course.beside("tests/implementations"), name, words),
    }
    if lesson in lessons:
        changed = _longer_lesson(course, lesson, name, words)
    else:
        created |= _new_lesson(course, lesson, words)
        top = course.package / "__init__.py"
        changed = {top: listed(_read(top, lesson), "suite", lesson, attribute="LESSON", where=top)}
    # Python takes a folder for a module, and not the file next to it.
    hidden = (course.package / lesson / name / "__init__.py", course.package / f"{lesson}.py")
    for path in (*created, *hidden):
        if path.exists():
            raise UsageError(f"{path} already exists. Move it away, or choose another name.")
    return created | changed


def _new_lesson(course: Course, lesson: str, words: Mapping[str, str]) -> dict[Path, str]:
    return {
        course.package / lesson / "__init__.py": filled("lesson", words),
        course.beside("solutions") / course.suite.name / f"{lesson}.py": _solution(words),
    }


def _longer_lesson(course: Course, lesson: str, name: str, words: Mapping[str, str]) -> dict[Path, str]:
    module = course.package / lesson / "__init__.py"
    solution = course.beside("solutions") / course.suite.name / f"{lesson}.py"
    text = _read(solution, name).rstrip() + "\n\n"
    if "np" not in used(text, solution):
        text += "# %%\nimport numpy as np\n\n"
    return {
        module: listed(_read(module, name), "lesson", name, where=module),
        solution: text + filled("solved", words),
    }


def _words(course: str, lesson: str, exercise: str) -> dict[str, str]:
    numbered = _LESSON.fullmatch(lesson)
    title = _title(numbered[2] if numbered else lesson)
    return {
        "course": course,
        "course_title": _title(course),
        "distribution": distribution(course),
        "version": __version__,
        "lesson": lesson,
        "lesson_title": ": ".join(filter(None, (f"Lesson {numbered[1]}", title))) if numbered else title,
        "exercise": exercise,
        "title": _title(exercise),
    }


def _title(name: str) -> str:
    return name.replace("_", " ").strip().capitalize()


def _solution(words: Mapping[str, str]) -> str:
    return filled("solution", words) + filled("solved", words)


def _implementations(folder: Path, exercise: str, words: Mapping[str, str]) -> dict[Path, str]:
    return {folder / kind / f"{exercise}.py": filled(kind, words) for kind in ("wheats", "chaffs")}


def _read(path: Path, name: str) -> str:
    """Return the text of a file that a name is added to, which has to be free there."""
    if not path.is_file():
        raise UsageError(f"{path} is missing. Every lesson needs this file.")
    text = read(path)
    if name in used(text, path):
        raise UsageError(f"{path} already uses the name {name!r} for something else. Choose another name.")
    return text
