"""What an author may get wrong without being told when the course is loaded; ``soundness`` has the rest."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from grader.course.blame import place
from grader.errors import Raised, SuiteError
from grader.files import read
from grader.judging.diagnose import broken_by, value
from grader.judging.judge import judge
from grader.judging.oracles import oracle_fault
from grader.words import places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grader.audit.audited import Audit
    from grader.course.model import Case, Mistake

__all__ = ["mistakes", "oracles", "sentences"]


def mistakes(course: Audit) -> Iterator[str]:
    """Every known mistake has a value for some case, and breaks a promise."""
    grader = course.grader
    for exercise in grader.suite.exercises:
        cases = [case for inputs in exercise.inputs for case in grader.kept.cases(inputs, grader.seed)]
        for mistake in exercise.mistakes:
            try:
                if not any(_has_value(mistake, case) for case in cases):
                    yield f"{mistake.where}: the mistake {mistake.name} has no value for any case."
                elif not broken_by(mistake, exercise, grader.kept, grader.seed):
                    yield f"{mistake.where}: the mistake {mistake.name} breaks no promise of {exercise.name}."
            except SuiteError as error:
                yield str(error)


def _has_value(mistake: Mistake, case: Case) -> bool:
    try:
        value(mistake, *case.arguments.values())
    except Raised:
        return False
    return True


def oracles(course: Audit) -> Iterator[str]:
    """Every oracle keeps the promises of its exercise."""
    grader = course.grader
    for exercise in grader.suite.exercises:
        if exercise.oracle is None:
            continue
        if fault := oracle_fault(exercise, grader.kept, grader.seed):
            yield str(fault)
            continue
        for verdict in judge(exercise, exercise.oracle, grader.kept, grader.seed, shrinking=False):
            if verdict.status == "ungraded" and verdict.feedback:
                yield verdict.feedback.message
            elif verdict.status != "passed" and verdict.feedback:
                found = f"the oracle of {exercise.name} breaks {verdict.prop.name}"
                yield f"{verdict.prop.where}: {found}: {verdict.feedback.message}"


def sentences(course: Audit) -> Iterator[str]:
    """Every {place} in a message of the course has a value."""
    for path in sorted(course.package.rglob("*.py")):
        for node in ast.walk(ast.parse(read(path))):
            if isinstance(node, ast.Call) and _name(node) == "say" and node.args:
                yield from _unfilled(node, path)


def _unfilled(call: ast.Call, path: Path) -> Iterator[str]:
    template, given = call.args[0], {keyword.arg for keyword in call.keywords}
    if isinstance(template, ast.JoinedStr):
        where = place(str(path), call.lineno)
        yield f'{where}: say cannot translate an f-string. Write say("... {{name}}", name=...).'
    if None in given or not isinstance(template, ast.Constant) or not isinstance(template.value, str):
        return  # what is not written here cannot be read here
    if missing := places(template.value) - given:
        names = ", ".join(f"{{{name}}}" for name in sorted(missing))
        yield f"{place(str(path), call.lineno)}: the message {template.value!r} has no value for {names}."


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
