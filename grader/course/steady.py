"""Does a function answer from its arguments, and the same each time?

Tolerance. By another order of rounding an answer differs by at most about ``eps sum(|x| |w|)`` (see
``checks``), so by eps * max|w| times the sum of the question's numbers; 1e-9 of that sum allows for weights
up to a million. What an integer type cuts off of numbers that are quarters is a thousand times larger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.differences import difference
from grader.course.trees import leaves
from grader.errors import BadAnswer, CallError, Forbidden, Mismatch, Raised
from grader.words import say, translatable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grader.course.checks import Function
    from grader.course.model import Arguments

__all__ = ["ignores_arguments", "stops", "tolerance", "unsteady"]

RELATIVE_ERROR = 1e-9

Array = np.ndarray[Any, Any]


def ignores_arguments(f: Function, questions: Iterable[Arguments]) -> Mismatch | CallError | None:
    """Return what is wrong with a function whose answers do not come from its questions, or that has none.

    Args:
        f: the function under test.
        questions: the largest first; stops as soon as the answers are seen to depend on the arguments.
    """
    fault: CallError | None = None
    answers: list[Any] = []
    asked: list[Arguments] = []
    handed_back: set[str] = set()
    for question in questions:
        try:
            answer = f.graded_parts(f(*question.values()))
        except CallError as error:
            fault = error  # the last is that of the smallest, if the largest comes first
            continue
        # The same argument in every case: a maximum is now the one, now the other, and right.
        handed_back = _handed_back(answer, question) & (handed_back if answers else question.keys())
        answers.append(answer)
        asked.append(question)
        differ = any(difference(answers[0], other, "") for other in answers[1:])
        if differ and not handed_back and len(_numbers(answers)) != 1:
            return unsteady(f, question, answer)
    if not answers:
        return fault
    if len(asked) > 1 and all(_alike(asked[0], other) for other in asked[1:]):
        return unsteady(f, asked[-1], answers[-1])  # nobody can tell from equal questions
    if handed_back:
        return Mismatch(say("The answer is just one of the arguments."))
    numbers = _numbers(answers)
    if len(numbers) == 1:
        return Mismatch(
            say("Every number of the answer is {value}, whatever the arguments are.", value=numbers.pop())
        )
    return Mismatch(say("The answer is the same, whatever the arguments are.")) if len(answers) > 1 else None


def _alike(one: Arguments, other: Arguments) -> bool:
    """Say whether two questions are the same; two random generators never are."""
    random = any(isinstance(value, np.random.Generator) for value in one.values())
    return not random and difference(one, other, "") is None


def _numbers(answers: Any) -> set[float]:
    return {float(number) for leaf in leaves(answers) for number in np.unique(leaf)}


def _handed_back(answer: Any, question: Arguments) -> set[str]:
    """Name the arguments that the answer is: an array as a part of it, or a number as all of it.

    A right answer may pass on a number among others, such as a count of columns. A single number may be
    the one in an array.
    """
    parts = answer if isinstance(answer, tuple) else (answer,)
    return {
        name
        for name, value in question.items()
        if (isinstance(value, (int, float)) and isinstance(answer, (int, float)) and answer == value)
        or (isinstance(value, np.ndarray) and any(_is_of(part, value) for part in parts))
    }


def _is_of(part: Any, value: Array) -> bool:
    fits = isinstance(part, (np.ndarray, float)) and np.shape(part) in {(), value.shape}
    return fits and np.array_equal(np.ravel(part), value.ravel())


def unsteady(f: Function, question: Arguments, first: Any) -> Mismatch | CallError | None:
    """Return how the answer to a question becomes another one; asked twice, in case it goes to and fro."""
    for _ in range(2):
        try:
            again = f.graded_parts(f.again(*question.values()))
        except CallError as error:
            return stops(say("asked again"), error)
        found = difference(first, again, translatable("The answer"), tolerance(question, first))
        if found is not None:
            message = say("{place} was {before}; asked again, it is {after}.", **found.words())
            return Mismatch(message, actual=found.after, expected=found.before)
    return None


def stops(when: str, error: CallError) -> Mismatch | CallError:
    """Return the fault of a call that gives no answer although the plain question has one."""
    if not isinstance(error, (Raised, BadAnswer, Forbidden)):
        return error
    place = {"message": error.message, "where": error.where}
    reason = say("{message} ({where})", **place) if error.where else error.message
    return Mismatch(say("It answers, but fails when {when}: {reason}", when=when, reason=reason))


def tolerance(question: Arguments, answer: Any) -> float:
    """Return by how much two answers to one question may differ; see above."""
    sizes = [np.abs(leaf if leaf.dtype.kind == "c" else leaf.astype(float)) for leaf in leaves(question)]
    numbers = [float(size[np.isfinite(size)].sum()) for size in sizes]
    largest = [float(np.abs(leaf.astype(float)).max(initial=0.0)) for leaf in leaves(answer)]
    return RELATIVE_ERROR * (1 + sum(numbers) + max(largest, default=0.0))
