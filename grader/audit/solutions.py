"""What an author may get wrong in the text of the lessons: files, names, and who calls whom."""

from __future__ import annotations

import ast
import symtable
from typing import TYPE_CHECKING

from grader.course.model import needed
from grader.files import parsed, read
from grader.lessons.stub import solved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
            listed = f"the lesson lists {', '.join(names)}. Make both lists the same."
            yield f"{path} has solutions of {', '.join(found) or 'nothing'}; {listed}"
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
        source = read(path)
        tree = parsed(source, path)
        functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        reads = _globals(source)
        bound = {*functions, *_imported(tree)}
        for exercise in lesson.exercises:
            needs = _names(needed(exercise, suite.exercises))
            for other, function in sorted(_called(exercise.name, reads, suite).items()):
                line = _line(functions.get(function, tree), other)
                where = f"{path}:{line}"
                if other not in needs:
                    yield (
                        f"{where}: {exercise.name} calls {other}, which is not in its needs."
                        f' Write needs=["{other}"], or do without it.'
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
                remedy = "Rename the file, or list the exercise in its lesson."
                yield f"{path}: no exercise is called {path.stem}. {remedy}"


def _names(exercises: tuple[Exercise, ...]) -> set[str]:
    return {exercise.name for exercise in exercises}


def _imported(tree: ast.Module) -> set[str]:
    imports = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    return {alias.asname or alias.name for node in imports for alias in node.names}


def _globals(source: str) -> dict[str, set[str]]:
    """Return the global names that each function of a module reads; its own variables are not among them."""
    functions = symtable.symtable(source, "lesson", "exec").get_children()
    return {each.get_name(): set(_global_names(each)) for each in functions}


def _global_names(table: symtable.SymbolTable) -> Iterator[str]:
    yield from (each.get_name() for each in table.get_symbols() if each.is_global() and each.is_referenced())
    for inner in table.get_children():
        yield from _global_names(inner)


def _called(name: str, reads: Mapping[str, set[str]], suite: Suite) -> dict[str, str]:
    """Return the other exercises that a function names, with the function that does; helpers are followed."""
    exercises, found, seen, pending = _names(suite.exercises), dict[str, str](), {name}, [name]
    while pending:
        function = pending.pop()
        for other in sorted(reads.get(function, set()) - seen):
            seen.add(other)
            if other in exercises:
                found[other] = function
            else:
                pending.append(other)
    return found


def _line(node: ast.AST, name: str) -> int:
    """Return the first line that reads a name."""
    found = (each for each in ast.walk(node) if isinstance(each, ast.Name) and each.id == name)
    return min((each.lineno for each in found if isinstance(each.ctx, ast.Load)), default=1)
