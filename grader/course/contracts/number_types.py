"""The contract that integers and floats give the same answer, and an answer all digits of float64."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.contracts.asking import answer_of, other_answer
from grader.course.contracts.precision import coarse, fractional
from grader.course.steady import tolerance, unsteady
from grader.course.trees import arrays, mapped
from grader.errors import Mismatch
from grader.words import translatable

if TYPE_CHECKING:
    from grader.course.checks import Function
    from grader.course.model import Arguments

__all__ = ["number_types"]

LARGEST = 2.0**50  # of a number that is asked for as an integer, four times as large


COUNTS = (
    translatable("asked with NumPy integers"),
    translatable("{place} is {after} for NumPy integers, and {before} for Python integers."),
)
WHOLE = (
    translatable("asked with integers in {name}"),
    translatable("{place} is {after} for integers in {name}, and {before} for the same numbers as floats."),
)


def number_types(f: Function, turn: int | None, /, **question: Any) -> None:
    """Integers one argument at a time, so that a fraction of another one has to survive; then many digits."""
    if answer_of(f, question) is None:
        return
    for name, value in question.items():
        # A dict holds settings or learnt weights; nobody has weights that are whole.
        if isinstance(value, (np.ndarray, tuple, list)) and any(map(fractional, arrays(value))):
            _whole(f, question, name)
    if not turn:
        _counts(f, question)
    fault = coarse(f, question, turn)
    if fault is not None:
        raise fault


def _counts(f: Function, question: Arguments) -> None:
    """Compare whole numbers of NumPy, such as sizes that were computed with it, with those of Python."""
    other = {name: _of_numpy(value) for name, value in question.items()}
    first = answer_of(f, question)
    if first is None or all(other[name] is question[name] for name in question):
        return
    call = functools.partial(f, *other.values())
    fault = other_answer(f, call, first, tolerance(question, first), *COUNTS)
    # What depends on the calls before is for another contract to say.
    if fault is not None and (not isinstance(fault, Mismatch) or unsteady(f, question, first) is None):
        raise fault


def _of_numpy(value: Any) -> Any:
    """Return a whole number of Python as one of NumPy, also in a dict or tuple; anything else as it is."""
    if type(value) in {dict, tuple}:
        keys = value.keys() if type(value) is dict else range(len(value))
        items = {key: _of_numpy(value[key]) for key in keys}
        if all(items[key] is value[key] for key in keys):
            return value
        return items if type(value) is dict else tuple(items.values())
    return np.int64(value) if type(value) is int and abs(value) < LARGEST else value


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
    call = functools.partial(f, *whole.values())
    fault = other_answer(f, call, first, tolerance(floats, first), *WHOLE, name)
    if fault is not None:
        raise fault
