"""What a worker says of a student's code: its unusual constants, and which branches the calls enter.

Nothing of it is trusted. It decides only which further cases are asked, and these are judged like all others;
and an instructor may read which lines no call has reached.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grader.errors import WireError
from grader.run.replies import heard, printable
from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Marks", "entered", "marks"]

MOST = 500  # branches
CONSTANTS = 50
LARGEST = 2.0**63
MOST_LINES = 10**7


@dataclass(frozen=True, slots=True)
class Marks:
    """What the code says of itself.

    Attributes:
        constants: numbers and words that are not the usual 0, 1, 2 and -1, in the order of the text.
        branches: of each branch the first line, the last one of the block that it opens (0 if it opens
            none), and the file or cell that it is in.
        entered: the branches that some call entered, by number.
    """

    constants: tuple[float | int | str, ...] = ()
    branches: tuple[tuple[int, int, str], ...] = ()
    entered: frozenset[int] = frozenset()

    @property
    def unreached(self) -> tuple[str, ...]:
        """The blocks that no call entered, as places; what lies inside another one is not named again."""
        blocks = sorted(
            (place, first, -last)
            for number, (first, last, place) in enumerate(self.branches)
            if last and number not in self.entered
        )
        outer: list[tuple[str, int, int]] = []
        for place, first, last in ((place, first, -last) for place, first, last in blocks):
            if not (outer and outer[-1][0] == place and last <= outer[-1][2]):
                outer.append((place, first, last))
        return tuple(
            say("{place}, line {line}", place=place, line=first)
            if first == last
            else say("{place}, lines {first} to {last}", place=place, first=first, last=last)
            for place, first, last in outer
        )


def marks(told: Any) -> Marks:
    """Return what a worker told, as far as it has the right form."""
    if not isinstance(told, dict):
        return Marks()
    return Marks(
        tuple(_constants(told.get("constants"))),
        tuple(_branches(told.get("branches"))),
        frozenset(_entered(told.get("entered"))),
    )


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


def _branches(told: Any) -> Iterator[tuple[int, int, str]]:
    for branch in told[:MOST] if isinstance(told, list) else ():
        yield (branch[0], branch[1], _place(branch[2])) if _is_branch(branch) else (0, 0, "")


def _is_branch(told: Any) -> bool:
    if not isinstance(told, list) or [type(part) for part in told[:2]] != [int, int] or len(told) != 3:
        return False
    first, last, _ = told
    return bool(0 < first <= MOST_LINES and (last == 0 or first <= last <= MOST_LINES))


def _place(told: Any) -> str:
    try:
        return heard(told)
    except WireError:
        return ""


def _entered(told: Any) -> Iterator[int]:
    for pair in told[:MOST] if isinstance(told, list) else ():
        if isinstance(pair, list) and pair and type(pair[0]) is int:
            yield pair[0]
