"""Contracts: the promises that every exercise has without its author asking.

They are ordinary properties, added when an exercise is finished; their points come out of its total. None
knows what is right: a contract compares the function with itself, on ``FEW`` kept cases. So it says nothing
where a call gives no answer, or a wrong one: that is for the author's properties to say. A function that
ignores its arguments would keep every contract; ``judge`` asks ``steady.ignores_arguments`` first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.differences import Difference, difference
from grader.course.model import Property
from grader.course.steady import stops, tolerance, unsteady
from grader.course.trees import leaves, mapped
from grader.errors import CallError, Mismatch
from grader.words import say, translatable

if TYPE_CHECKING:
    import inspect
    from collections.abc import Callable, Iterable, Sequence

    from grader.course.checks import Function
    from grader.course.model import Arguments, Inputs

__all__ = ["CONTRACTS", "FEW", "POINTS", "applicable", "contract_points", "contracts", "few"]

POINTS = 0.25  # of one contract
SHARE = 0.2  # of an exercise's points, that all its contracts have at most
FEW = 4  # cases of a contract, spread over their sizes
LARGEST = 2.0**50  # of a number that is asked for as an integer, four times as large
DIGITS = 2.0**-20  # how far down the digits begin that float32 has no room for

Array = np.ndarray[Any, Any]


def few(cases: Sequence[Any]) -> list[Any]:
    """Return the cases that a contract looks at: the smallest, the largest, and some between."""
    if not cases:
        return []
    last = len(cases) - 1
    return [cases[i] for i in sorted({round(last * step / (FEW - 1)) for step in range(FEW)})]


def _arguments_unchanged(f: Function, /, **question: Any) -> None:
    """What comes back of the arguments is compared here, with what was sent."""
    if _answer(f, question) is None:
        return
    try:
        _, afterwards = f.after(*question.values())
    except CallError as error:
        raise stops(say("asked again"), error) from error
    for (name, before), after in zip(question.items(), afterwards, strict=True):
        found = difference(before, after, name)
        if found is not None:
            _say_changed(found)


def _say_changed(found: Difference) -> None:
    message = say(
        "The call changes its argument: {place} was {before} before the call and is {after} after it.",
        **found.words(),
    )
    raise Mismatch(message, actual=found.after, expected=found.before)


def _same_answer_twice(f: Function, /, **question: Any) -> None:
    """The first answer is remembered, with others asked for since; the next two follow each other."""
    first = _answer(f, question)
    if first is None:
        return
    fault = unsteady(f, question, first)
    if fault is not None:
        raise fault


def _memory_order(f: Function, /, **question: Any) -> None:
    """The same arrays in Fortran order: equal numbers, other strides."""
    first = _answer(f, question)
    if first is None:
        return
    try:
        other = f.graded_parts(f(*mapped(question, _fortran).values()))
    except CallError as error:
        raise stops(say("asked with arrays in Fortran order"), error) from error
    found = difference(first, other, translatable("The answer"), tolerance(question, first))
    if found is not None:
        message = say(
            "{place} is {after} for arrays in Fortran order, and {before} for the same arrays in C order.",
            **found.words(),
        )
        raise Mismatch(message, actual=found.after, expected=found.before)


def _fortran(array: Array) -> Array:
    return np.asfortranarray(array) if array.ndim > 1 else array


def _number_types(f: Function, /, **question: Any) -> None:
    """Integers one argument at a time, so that a fraction of another one has to survive; then float64."""
    if _answer(f, question) is None:
        return
    for name, value in question.items():
        # A dict holds settings or learnt weights; nobody has weights that are whole.
        if isinstance(value, (np.ndarray, tuple, list)) and any(map(_fractional, leaves(value))):
            _whole(f, question, name)
    _precise(f, question)


def _fractional(array: Array) -> bool:
    return bool(array.dtype.kind == "f")


def _whole(f: Function, question: Arguments, name: str) -> None:
    """Compare integers with the same numbers as floats: four times as large, so that quarters are whole."""
    numbers = [leaf for leaf in leaves(question[name]) if _fractional(leaf)]
    if not all(np.all(np.abs(leaf) < LARGEST) for leaf in numbers):  # or one of them is nan
        return
    floats = question | {name: mapped(question[name], lambda a: np.ceil(4 * a) if _fractional(a) else a)}
    whole = question | {name: mapped(floats[name], lambda a: a.astype(np.int64) if _fractional(a) else a)}
    first = _answer(f, floats)
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


def _precise(f: Function, question: Arguments) -> None:
    """Ask with numbers of 53 digits, base 2: an answer of which none has more than 24 was rounded."""
    if not any(map(_fractional, leaves(question))):
        return  # an answer to whole numbers may have few digits
    digits = np.random.default_rng(0)
    fine = mapped(question, lambda a: a * (1 + DIGITS * digits.random(a.shape)) if _fractional(a) else a)
    answer = _answer(f, fine)
    for part in leaves(answer) if answer is not None else ():
        numbers = part.astype(float)
        with np.errstate(over="ignore"):
            rounded = numbers.astype(np.float32) == numbers
        # Whole numbers, such as counts and places, need no more digits.
        if rounded.all() and np.any(numbers != np.round(numbers)):
            message = say(
                "The answer is float32 although the arguments are float64: its last digits are lost."
            )
            raise Mismatch(message, actual=part)


def _answer(f: Function, question: Arguments) -> Any:
    """Return the parts of an answer that count; None if there is none: that is for other promises to say."""
    try:
        return f.graded_parts(f(*question.values()))
    except CallError:
        return None


@dataclass(frozen=True, slots=True)
class _Contract:
    promise: str
    hint: str
    check: Callable[..., None]
    of_arrays: bool


CONTRACTS: dict[str, _Contract] = {
    "arguments_unchanged": _Contract(
        translatable("The call does not change its arguments."),
        translatable("Write into a new array, or into a copy: X.copy()."),
        _arguments_unchanged,
        of_arrays=True,
    ),
    "same_answer_twice": _Contract(
        translatable("The same arguments give the same answer every time."),
        translatable(
            "Keep nothing between calls: no global variables, no changed default arguments, no unseeded "
            "random numbers."
        ),
        _same_answer_twice,
        of_arrays=False,
    ),
    "memory_order": _Contract(
        translatable("The memory layout of an array does not matter."),
        translatable(
            'Use the axes of the array: order="K", order="A" and strides depend on its memory layout.'
        ),
        _memory_order,
        of_arrays=True,
    ),
    "number_types": _Contract(
        translatable("Integers give the same answer as equal floats, and float64 gives float64."),
        translatable(
            "An array made with np.zeros_like, or with a dtype, cuts off what its type cannot hold."
        ),
        _number_types,
        of_arrays=True,
    ),
}
"""By name: what is promised, what to look at, and whether it needs arrays among the arguments."""


def applicable(signature: inspect.Signature) -> list[str]:
    """Return the names of the contracts that apply to a stub: some are about arrays among its arguments."""
    arrays = any("array" in str(each.annotation).casefold() for each in signature.parameters.values())
    return [name for name, each in CONTRACTS.items() if arrays or not each.of_arrays]


def contract_points(total: float, count: int) -> float:
    """Return what each of an exercise's contracts is worth: ``POINTS``, all together ``SHARE`` at most."""
    return min(POINTS, SHARE * total / count) if count else 0.0


def contracts(names: Iterable[str], inputs: Inputs, where: str, points: float) -> list[Property]:
    """Return contracts as properties.

    Args:
        names: which.
        inputs: where their cases come from.
        where: the exercise's file and line.
        points: what each is worth.
    """
    chosen = [(name, CONTRACTS[name]) for name in names]
    return [
        Property(name, each.promise, each.hint, points, each.check, inputs, where, contract=True)
        for name, each in chosen
    ]
