"""Contracts: the promises that every exercise has without its author asking.

They are ordinary properties, added when an exercise is finished; their points come out of its total. None
knows what is right: a contract compares the function with itself, on ``FEW`` kept cases. So it says nothing
where a call gives no answer, or a wrong one: that is for the author's properties to say. A function that
ignores its arguments would keep every contract; ``judge`` asks ``steady.ignores_arguments`` first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.course.contracts.asking import FEW, few
from grader.course.contracts.calls import further, same_answer_twice
from grader.course.contracts.layout import memory_order
from grader.course.contracts.number_types import number_types
from grader.course.contracts.unchanged import arguments_unchanged, reported
from grader.course.model import Property
from grader.words import translatable

if TYPE_CHECKING:
    import inspect
    from collections.abc import Callable, Iterable

    from grader.course.checks import Function
    from grader.course.model import Arguments, Inputs

__all__ = ["CONTRACTS", "FEW", "POINTS", "applicable", "contract_points", "contracts", "few"]

POINTS = 0.25  # of one contract
SHARE = 0.2  # of an exercise's points, that all its contracts have at most


@dataclass(frozen=True, slots=True)
class _Contract:
    """A promise; its check takes a function, which of the ``FEW`` cases this is or None, and the case."""

    promise: str
    hint: str
    check: Callable[..., None]
    about: tuple[str, ...]
    further: Callable[[Function], Iterable[Arguments]] | None = None


CONTRACTS: dict[str, _Contract] = {
    "arguments_unchanged": _Contract(
        translatable("The call does not change its arguments."),
        translatable("Write into a new array, or into a copy: X.copy()."),
        arguments_unchanged,
        about=("array",),
        further=reported,
    ),
    "same_answer_twice": _Contract(
        translatable("The same arguments give the same answer every time."),
        translatable(
            "Keep nothing between calls: no global variables, no remembered arrays, no changed default "
            "arguments, no unseeded random numbers."
        ),
        same_answer_twice,
        further=further,
        about=(),
    ),
    "memory_order": _Contract(
        translatable(
            "How the arguments are stored does not matter: memory order, order of the keys of a dict."
        ),
        translatable(
            'Use the axes of the array: order="K", order="A" and strides depend on its memory layout. '
            "Get the values of a dict by their keys."
        ),
        memory_order,
        about=("array", "dict"),
    ),
    "number_types": _Contract(
        translatable("Integers give the same answer as equal floats, and no digits of float64 are lost."),
        translatable(
            "An array made with np.zeros_like, or with a dtype, cuts off what its type cannot hold, and "
            "np.round cuts off digits."
        ),
        number_types,
        about=("array",),
    ),
}
"""By name: what is promised, what to look at, how to check it, and which kinds of arguments it is about."""


def applicable(signature: inspect.Signature) -> list[str]:
    """Return the names of the contracts that apply to a stub: some are about kinds of arguments."""
    types = " ".join(str(each.annotation).casefold() for each in signature.parameters.values())
    about = {name: each.about for name, each in CONTRACTS.items()}
    return [name for name, kinds in about.items() if not kinds or any(kind in types for kind in kinds)]


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
    return [
        Property(
            name,
            each.promise,
            each.hint,
            points,
            each.check,
            inputs,
            where,
            contract=True,
            further=each.further,
        )
        for name, each in CONTRACTS.items()
        if name in names
    ]
