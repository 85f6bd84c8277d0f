"""What an author may get wrong in the text of the lessons: files, names, and who calls whom."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from grader.course.blame import place
from grader.files import read
from grader.lessons.stub import solved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.audit.audited import Audit
    from grader.course.model import Exercise, Suite

__all__ = ["calls", "implementations", "lessons"]


def lessons(course: Audit) -> Iterator[str]:
    """Every lesson has a file among the solutions, with its exercises in it and in their order."""
    left = {path.stem: path for path in sorted(course.solutions.glob("*.py"))}
    for lesson in course.grader.suite.lessons:
        path = left.pop(lesson.name, None)
        if path is None:
            yield f"{course.solutions / lesson.name}.py is missing: the lesson {lesson.name} has no file."
            continue
        names = [exercise.name for exercise in lesson.exercises]
        found = solved(read(path), where=path.name)
        if found != names:
            listed = f"the lesson lists {', '.join(names)}"
            yield f"{path} has solutions of {', '.join(found) or 'nothing'}; {listed}."
    for name, path in left.items():
        if solved(read(path), where=path.name):
            yield f"{path} belongs to no lesson: list {name} in suite(...), or delete the file."


def calls(course: Audit) -> Iterator[str]:
    """Solutions call only the exercises that they need, and import those of other lessons."""
    suite = course.grader.suite
    for lesson in suite.lessons:
        path = course.solutions / f"{lesson.name}.py"
        if not path.is_file():
            continue
        tree = ast.parse(read(path))
        functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        bound = {*functions, *_imported(tree)}
        for exercise in lesson.exercises:
            for other, line in sorted(_called(exercise.name, functions, suite).items()):
                where = place(path.name, line)
                if other not in _needed(exercise, suite):
                    yield (
                        f"{where}: {exercise.name} calls {other}, which is not in its needs."
                        f" Students who get {other} wrong would lose points twice."
                    )
                if other not in bound:
                    home = next(each.name for each in suite.lessons if other in _names(each.exercises))
                    yield f"{where}: {other} is not imported. Write: from {home} import {other}"


def implementations(course: Audit) -> Iterator[str]:
    """Every file of wheats and chaffs is named after an exercise."""
    names = _names(course.grader.suite.exercises)
    for kind in ("wheats", "chaffs"):
        for path in sorted((course.implementations / kind).glob("*.py")):
            if path.stem not in names and not path.stem.startswith("_"):
                yield f"{path}: no exercise is called {path.stem}. Rename the file, or delete it."


def _names(exercises: tuple[Exercise, ...]) -> set[str]:
    return {exercise.name for exercise in exercises}


def _imported(tree: ast.Module) -> set[str]:
    imports = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    return {alias.asname or alias.name for node in imports for alias in node.names}


def _called(name: str, functions: dict[str, ast.FunctionDef], suite: Suite) -> dict[str, int]:
    """Return the other exercises that a function's text names, with the line; helpers are followed."""
    exercises, found, seen, pending = _names(suite.exercises), dict[str, int](), {name}, [name]
    while pending:
        function = functions.get(pending.pop())
        for node in ast.walk(function) if function else ():
            if not isinstance(node, ast.Name) or not isinstance(node.ctx, ast.Load) or node.id in seen:
                continue
            seen.add(node.id)
            if node.id in exercises:
                found[node.id] = node.lineno
            elif node.id in functions:
                pending.append(node.id)
    return found


def _needed(exercise: Exercise, suite: Suite) -> set[str]:
    """Return what an exercise needs, at first or second hand."""
    by_name = {each.name: each for each in suite.exercises}
    needed: set[str] = set()
    pending = [*exercise.needs]
    while pending:
        name = pending.pop()
        if name not in needed:
            needed.add(name)
            pending += by_name[name].needs
    return needed
