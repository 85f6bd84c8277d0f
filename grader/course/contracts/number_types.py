"""The contract that integers and floats give the same answer, and an answer all digits of float64."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.contracts.asking import answer_of
from grader.course.contracts.precision import coarse, fractional
from grader.course.differences import difference
from grader.course.steady import stops, tolerance
from grader.course.trees import arrays, mapped
from grader.errors import CallError, Mismatch
from grader.words import say, translatable

if TYPE_CHECKING:
    from grader.course.checks import Function
    from grader.course.model import Arguments

__all__ = ["number_types"]

LARGEST = 2.0**50  # of a number that is asked for as an integer, four times as large


def number_types(f: Function, turn: int | None, /, **question: Any) -> None:
    """Integers one argument at a time, so that a fraction of another one has to survive; then many digits."""
    if answer_of(f, question) is None:
        return
    for name, value in question.items():
        # A dict holds settings or learnt weights; nobody has weights that are whole.
        if isinstance(value, (np.ndarray, tuple, list)) and any(map(fractional, arrays(value))):
            _whole(f, question, name)
    fault = coarse(f, question, turn)
    if fault is not None:
        raise fault


def _whole(f: Function, question: Arguments, name: str) -> None:
    """Compare integers with the same numbers as floats: four times as large, so that quarters are whole."""
    numbers = [array for array in arrays(question[name]) if fractional(array)]
    if not all(np.all(np.abs(array) < LARGEST) for array in numbers):  # or one of them is nan
        return
    floats = question | {name: mapped(question[name], lambda a: np.ceil(4 * a) if fractional(a) else a)}
    whole = question | {name: mapped(floats[name], lambda a: a.astype(np.int64) if fractional(a) else a)}
    first = answer_of(f, floats)
    if first is None:
        return
    try:
        other = f.graded_parts(f(*whole.values()))
    except CallError as error:
        raise stops(say("asked with integers in {name}", name=name), error) from error
    found = difference(first, other, translatable("The answer"), tolerance(floats, first))
    if found is not None:
        message = say(
            "{place} is {after} for integers in {name}, and {before} for the same numbers as floats.",
            name=name,
            **found.words(),
        )
        raise Mismatch(message, actual=found.after, expected=found.before)
