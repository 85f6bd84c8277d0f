"""A failed exercise is asked which known wrong formula it computes.

The exercise's file lists wrong formulas. One that gives, on kept cases, the very answers that the
student's function gave, and breaks only promises that it broke too, names the mistake. Only answers are
compared; nobody looks at the student's code.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from grader.course.mistakes import value
from grader.course.trees import leaves, same
from grader.errors import BadAnswer, CallError, Raised, SuiteError
from grader.judging.grades import Diagnosis
from grader.judging.judge import judge
from grader.words import say, translatable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from grader.course.cases import Kept
    from grader.course.model import Case, Exercise, Mistake
    from grader.judging.grades import Verdict

__all__ = ["broken_by", "diagnose", "formed"]

CORNER = 0.25  # of an exercise's points: what breaks more than that is not confined to a corner
ENOUGH = 12  # cases on which an answer and a formula must agree


def diagnose(
    exercise: Exercise, function: Callable[..., Any], verdicts: Sequence[Verdict], kept: Kept, seed: int
) -> tuple[Diagnosis | None, tuple[str, ...]]:
    """Return the first listed mistake whose formula gives the function's answers, or the corner it fails in.

    Beside it, a sentence for each formula that failed itself; the others are tried all the same.

    Args:
        exercise: lists the wrong formulas.
        function: the student's; equal calls cost nothing a second time.
        verdicts: how its properties came out; one that holds, or gave no answers, has no diagnosis.
        kept: where the cases are.
        seed: which cases.
    """
    # A contract says itself what was broken, and a formula is not asked to keep any. Nor does a formula say
    # what a function refuses.
    judged = (prop for prop in exercise.properties if not prop.contract and not prop.inputs.refused)
    exercise = replace(exercise, properties=tuple(judged))
    verdicts = [verdict for verdict in verdicts if not verdict.prop.contract]
    broken = {verdict.prop.name for verdict in verdicts if verdict.status in {"failed", "raised"}}
    if not exercise.mistakes or not broken:
        return None, ()
    answers = list(_answers(exercise, function, kept, seed))
    faults: list[str] = []
    for mistake in exercise.mistakes if answers else ():
        try:
            if _matches(exercise, mistake, answers):
                explained = broken_by(mistake, exercise, kept, seed, getattr(function, "whole", function))
                if explained and explained <= broken:
                    return Diagnosis(mistake.name, mistake.message), tuple(faults)
        except SuiteError as error:
            faults.append(say("A known mistake could not be tried: {reason}", reason=str(error)))
    return _corner(verdicts), tuple(faults)


def _corner(verdicts: Sequence[Verdict]) -> Diagnosis | None:
    """Name the corner where the mistake is, if it is in one: a weaker diagnosis, for when no formula fits.

    The properties switch on one factor at a time, and those that combine several come last. So if little
    is broken, the first broken property names the factor.
    """
    broken = [verdict for verdict in verdicts if verdict.status in {"failed", "raised"}]
    lost = sum(verdict.prop.points for verdict in broken)
    if not broken or lost > CORNER * sum(verdict.prop.points for verdict in verdicts):
        return None
    prop = broken[0].prop
    return Diagnosis(prop.name, say("Almost everything else is right. {hint}", hint=prop.hint), certain=False)


def broken_by(
    mistake: Mistake, exercise: Exercise, kept: Kept, seed: int, whole: Callable[..., Any] | None = None
) -> set[str]:
    """Return the promises that a wrong formula breaks; the function must have broken each of them.

    Args:
        mistake: the wrong formula. It says nothing of the parts that the course leaves open, such as a cache.
        exercise: whose promises.
        kept: where the cases are.
        seed: which cases.
        whole: returns answers with these parts, if there is a function that has them.

    Raises:
        SuiteError: the formula fails, or it breaks nothing and there are promises that nobody can judge.
    """
    faults: list[SuiteError] = []

    def formula(*args: Any, **kwargs: Any) -> Any:
        try:
            return value(mistake, *args, **kwargs)
        except SuiteError as error:
            faults.append(error)
            raise

    if whole is not None:
        formula.whole = whole  # type: ignore[attr-defined]
    verdicts = judge(exercise, formula, kept, seed, shrinking=False)
    if faults:
        raise faults[0]
    broken = {verdict.prop.name for verdict in verdicts if verdict.status in {"failed", "raised"}}
    for verdict in verdicts:
        if not broken and verdict.status == "ungraded" and verdict.feedback:
            raise SuiteError(verdict.feedback.message)
    return broken


def _answers(
    exercise: Exercise, function: Callable[..., Any], kept: Kept, seed: int
) -> Sequence[tuple[Case, Any]]:
    """Return the function's answers to the largest cases of each of the exercise's inputs.

    An answer of the wrong form is a BadAnswer. A case in which it has none at all counts for nothing: a wrong
    formula may have one there, as it need not fail in the same way.
    """
    answers = []
    for each in exercise.inputs:
        try:
            cases = kept.cases(each, seed)
        except SuiteError:
            continue  # its properties say so
        if each.refused:
            continue
        is_broad = exercise.definition is not None and each is exercise.definition.inputs
        for case in cases[-(ENOUGH if is_broad else max(2, ENOUGH // len(exercise.inputs))) :]:
            try:
                answers.append((case, formed(exercise, function(*case.arguments.values()))))
            except CallError:
                continue
    return answers


def formed(exercise: Exercise, answer: Any) -> Any:
    """Return an answer in the form that the exercise asks for, or as a BadAnswer if it has another one."""
    try:
        return exercise.form.conform(answer, translatable("The answer"))
    except BadAnswer as error:
        return error


def _matches(exercise: Exercise, mistake: Mistake, answers: Iterable[tuple[Case, Any]]) -> bool:
    """Tell whether a wrong formula gives all of the answers, as far as it has a value."""
    matching = False
    for case, answer in answers:
        agrees = _agrees(exercise, mistake, case, answer)
        if agrees is False:
            return False
        matching = matching or agrees is True
    return matching


def _agrees(exercise: Exercise, mistake: Mistake, case: Case, answer: Any) -> bool | None:
    """Compare an answer with that of a wrong formula; None if neither is a value: nan, or an error."""
    try:
        wrong = formed(exercise, value(mistake, *case.arguments.values()))
    except Raised:  # it may fail where another form of the same mistake gives an answer without numbers
        empty = not isinstance(answer, BadAnswer) and not any(leaf.size for leaf in leaves(answer))
        return None if isinstance(answer, BadAnswer) or empty else False
    if isinstance(answer, BadAnswer) or isinstance(wrong, BadAnswer):  # such as one with nan in it
        return type(answer) is type(wrong) and str(answer) == str(wrong)
    return same(wrong, answer)
