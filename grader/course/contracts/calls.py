"""The contract that an answer depends on the arguments alone, and on no other call.

A function may remember an answer by what does not tell two questions apart: the identity of an array, its
shape and first number, its sum, one argument of two. Or it hands out one array twice, and a later call
changes an earlier answer. So it is asked two questions that have much in common, in both orders. Here, the
question of the case comes first; in a sequence of calls, the other one does, in a worker of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.contracts.asking import FEW, answer_of
from grader.course.differences import difference
from grader.course.steady import stops, tolerance, unsteady
from grader.course.trees import arrays, mapped, size
from grader.errors import CallError, Mismatch
from grader.words import say, translatable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.course.checks import Function
    from grader.course.model import Arguments

__all__ = ["further", "other_questions", "same_answer_twice"]

Array = np.ndarray[Any, Any]

MORE = 32  # calls after which an earlier answer is looked at again: a buffer may come back after some
QUICK = 300  # numbers in a question that is asked so often

BEFORE = translatable(
    "{place} is {before} or {after} for the same arguments: it depends on the calls that came before."
)
LATER = translatable(
    "A later call changes an earlier answer: {place} was {before} before that call and is {after} after it."
)
OPEN = translatable("{place} changes when the function is called again. Return a new object from each call.")
SPOILT = translatable(
    "{place} is {after} after the caller changed an earlier answer, and {before} otherwise: the function "
    "keeps what it returned."
)
HELD = translatable(
    "{place} is {after} for arrays that held other numbers in an earlier call, and {before} for new arrays "
    "with the same numbers."
)


def same_answer_twice(f: Function, turn: int | None, /, **question: Any) -> None:
    """The first answer is remembered, with others asked for since; the next two follow each other."""
    first = answer_of(f, question)
    if first is None:
        return
    fault = unsteady(f, question, first)
    if fault is not None:
        raise fault
    others = list(other_questions(question, turn))
    if not turn or not others:  # a question with other settings, once for all cases
        others += [other for other in (f.another(question),) if other is not None]
    others += f.lookalikes(question)
    for number, other in enumerate(others):
        expected = answer_of(f, other)
        if expected is not None:  # other numbers need not be legal
            is_quick = not turn and not number and size(question)[0] <= QUICK
            _in_sequence(f, (other, expected), (question, first), MORE if is_quick else 0)


def further(f: Function) -> list[Arguments]:
    """Return questions of calls that were made: where rare branches are, and where two are much alike."""
    return [*f.rare, *f.pair_up()]


def _in_sequence(f: Function, one: tuple[Arguments, Any], two: tuple[Arguments, Any], more: int = 0) -> None:
    """Ask for one, for two, for one in the arrays of two, and for two in the arrays of one.

    All answers are compared with those that are known.

    Args:
        f: the function.
        one: a question and its answer.
        two: another one.
        more: times that two is asked again at once.
    """
    try:
        answers, changed = f.sequence([*one[0].values()], [*two[0].values()], more)
    except CallError as error:
        raise stops(say("asked several times in a row"), error) from error
    early, later, second, third, fourth = map(f.graded_parts, answers)
    _compare(early, later, LATER)
    for place in changed:
        raise Mismatch(say(OPEN, place=say("{whole}[{key}]", whole=translatable("The answer"), key=place)))
    _compare(one[1], early, BEFORE, tolerance(*one))
    _compare(two[1], second, BEFORE, tolerance(*two))
    fits = [array.shape for array in arrays(one[0])] == [array.shape for array in arrays(two[0])]
    _compare(one[1], third, HELD if fits else BEFORE, tolerance(*one))
    # A function that remembers an answer by the arrays gives that of one again, which is not spoilt.
    is_held = difference(one[1], fourth, "", tolerance(*one)) is None
    _compare(two[1], fourth, SPOILT if not is_held else HELD if fits else BEFORE, tolerance(*two))


def _compare(before: Any, after: Any, message: str, most: float = 0.0) -> None:
    found = difference(before, after, translatable("The answer"), most)
    if found is not None:
        raise Mismatch(say(message, **found.words()), actual=found.after, expected=found.before)


def other_questions(question: Arguments, turn: int | None) -> Iterator[Arguments]:
    """Yield questions with the same shapes, first numbers and sums, but other numbers; none if there is none.

    The largest case changes all arguments. Of the others, each changes some only, because an answer may be
    remembered by the rest: one argument, as long as there are no more than three.
    """
    moved = {name: mapped(value, _moved) for name, value in question.items()}
    names = [name for name in question if _differ(question[name], moved[name])]
    if not names:
        return
    parts = [names[start :: FEW - 1] for start in reversed(range(FEW - 1))]
    groups = [names, *parts] if turn is None else [[*parts, names][turn] or names]
    for number, group in enumerate(groups):
        if group and group not in groups[:number]:
            yield question | {name: moved[name] for name in group}


def _differ(one: Any, other: Any) -> bool:
    return any(not np.array_equal(*pair) for pair in zip(arrays(one), arrays(other), strict=True))


def _moved(array: Array) -> Array:
    """Return an array with its numbers in another order: if possible, the first and the last stay."""
    if array.dtype.kind not in "fiu":
        return array
    flat = array.ravel()
    orders = (
        [flat[:1], flat[-2:0:-1], flat[-1:]],
        [flat[:1], flat[:0:-1]],
        [flat[:1], np.roll(flat[1:], 1)],
        [flat[::-1]],
    )
    for pieces in orders if flat.size > 1 else ():
        other = np.concatenate(pieces)
        if not np.array_equal(other, flat):
            return other.reshape(array.shape)
    return array
