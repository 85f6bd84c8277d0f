"""What an author may get wrong without being told when the course is loaded; ``soundness`` has the rest."""

from __future__ import annotations

import ast
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from grader.course.blame import blaming, place
from grader.course.mistakes import value
from grader.errors import Raised, SuiteError
from grader.files import python_files
from grader.judging.diagnose import broken_by
from grader.judging.judge import judge
from grader.judging.oracles import oracle_fault
from grader.lessons.translate import messages
from grader.words import places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
                values = [found for case in cases for found in _values(mistake, case)]
                if not values:
                    yield f"{mistake.where}: the mistake {mistake.name} has no value for any case."
                elif all(each is None for each in values):
                    yield f"{mistake.where}: the mistake {mistake.name} returns None. Is its return missing?"
                elif not broken_by(mistake, exercise, grader.kept, grader.seed):
                    yield f"{mistake.where}: the mistake {mistake.name} breaks no promise of {exercise.name}."
            except SuiteError as error:
                yield str(error)


def _values(mistake: Mistake, case: Case) -> Iterator[Any]:
    """Yield what a wrong formula computes for a case, if it has a value there."""
    with suppress(Raised):
        yield value(mistake, *case.arguments.values())


def oracles(course: Audit) -> Iterator[str]:
    """Every oracle keeps the promises of its exercise."""
    grader = course.grader
    for exercise in grader.suite.exercises:
        if exercise.oracle is None:
            continue
        if fault := oracle_fault(exercise, grader.kept, grader.seed):
            yield str(fault)
            continue
        # An oracle may refuse more than the function does, and it need not refuse what that must.
        judged = tuple(prop for prop in exercise.properties if not prop.inputs.refused)
        oracle = _blamed(exercise.name, exercise.oracle)
        own = replace(exercise, properties=judged)
        for verdict in judge(own, oracle, grader.kept, grader.seed, shrinking=False):
            if verdict.status == "ungraded" and verdict.feedback:
                yield verdict.feedback.message
            elif verdict.status != "passed" and verdict.feedback:
                found = f"the oracle of {exercise.name} breaks {verdict.prop.name}"
                yield f"{verdict.prop.where}: {found}: {verdict.feedback.message}"


def _blamed(name: str, oracle: Callable[..., Any]) -> Callable[..., Any]:
    def called(*args: Any, **kwargs: Any) -> Any:
        with blaming(f"the oracle of {name}", oracle):
            return oracle(*args, **kwargs)

    return called


def sentences(course: Audit) -> Iterator[str]:
    """Every message can be translated, and every {place} in it has a value."""
    for path in python_files(course.package):
        for function, message, call in messages(path):
            where = place(str(path), call.lineno)
            if _is_put_together(message):
                kind = "an f-string" if isinstance(message, ast.JoinedStr) else "a text that is put together"
                yield f'{where}: {function} cannot translate {kind}. Write say("... {{name}}", name=...).'
            elif isinstance(message, ast.Constant) and isinstance(message.value, str):
                yield from _unfilled(where, function, message.value, call)


def _is_put_together(message: ast.expr) -> bool:
    if isinstance(message, ast.Call):
        return isinstance(message.func, ast.Attribute) and message.func.attr == "format"
    return isinstance(message, (ast.JoinedStr, ast.BinOp))


def _unfilled(where: str, function: str, template: str, call: ast.Call) -> Iterator[str]:
    given = {keyword.arg for keyword in call.keywords} if function == "say" else set()
    if None in given or function not in {"say", "require"}:
        return  # what is not written here cannot be read here
    if missing := places(template) - given:
        names = ", ".join(f"{{{name}}}" for name in sorted(missing))
        remedy = "" if function == "say" else " Fill it in with say(...)."
        yield f"{where}: the message {template!r} has no value for {names}.{remedy}"
