"""What a worker says of a student's code: its unusual constants, and which branches the calls enter.

Nothing of it is trusted. It decides only which further cases are asked, and these are judged like all others.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grader.run.replies import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Marks", "entered", "marks"]

MOST = 500  # branches
CONSTANTS = 50
LARGEST = 2.0**63


@dataclass(frozen=True, slots=True)
class Marks:
    """What the code says of itself.

    Attributes:
        constants: numbers and words that are not the usual 0, 1, 2 and -1, in the order of the text.
        branches: the line of each branch, and the file or cell that it is in.
    """

    constants: tuple[float | int | str, ...] = ()
    branches: tuple[tuple[int, str], ...] = ()


def marks(told: Any) -> Marks:
    """Return what a worker told, as far as it has the right form."""
    if not isinstance(told, dict):
        return Marks()
    return Marks(tuple(_constants(told.get("constants"))), tuple(_branches(told.get("branches"))))


def entered(told: Any) -> frozenset[int]:
    """Return the branches that a call entered, by number, as far as a worker told numbers."""
    numbers = told[:MOST] if isinstance(told, list) else []
    return frozenset(number for number in numbers if type(number) is int and 0 <= number < MOST)


def _constants(told: Any) -> Iterator[float | int | str]:
    for constant in told[:CONSTANTS] if isinstance(told, list) else ():
        if isinstance(constant, str):
            yield printable(constant, 40)
        elif type(constant) in {int, float} and math.isfinite(constant) and abs(constant) < LARGEST:
            yield constant


def _branches(told: Any) -> Iterator[tuple[int, str]]:
    for branch in told[:MOST] if isinstance(told, list) else ():
        fits = isinstance(branch, list) and len(branch) == 2 and type(branch[0]) is int
        yield (branch[0], printable(branch[1], 100)) if fits else (0, "")
