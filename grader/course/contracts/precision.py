"""Has an answer the digits of float64, whatever it is the answer to?

The numbers of one argument move along a line. Where an answer follows in proportion over a wide step, it has
to follow over a tiny one as well, unless it was computed with fewer digits. An answer that keeps still or
jumps shows nothing: masks, ranks, counts, shares and limits are right as they are, and so is what ignores an
argument.

An answer that is right to 1e-9 of the largest number involved has digits enough. A fault has to show twice,
from two starting points: where an answer happens to have a kink, one of them could mislead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.contracts.asking import answer_of, shared
from grader.course.trees import arrays, leaves, mapped
from grader.errors import Mismatch
from grader.words import say, translatable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from grader.course.checks import Function
    from grader.course.model import Arguments

__all__ = ["coarse", "fractional"]

Array = np.ndarray[Any, Any]

OFFSET = 2.0**-12  # by how much numbers differ from those of the case: no two of them are equal any more
FINEST = 2.0**-25  # a step that float32 rounds off
WIDER = 2.0**12  # how much wider the step is over which an answer has to follow
# Numbers that move together by more than this may pass each other: an answer of many jumps seems to follow.
TOGETHER = 2.0**-8
ALONE = 2.0**-3  # how far the largest number moves, where the others stay
# Unequal, so that an answer of few jumps cannot seem to be in proportion.
PLACES = (0.12, 0.31, 0.43, 0.62, 0.77, 0.89, 1.0)
CROOKED = 0.05  # of the whole way, by which an answer in proportion may be off
RIGHT = 1e-9  # of the largest number involved
MOST_DECIMALS = 9
FINE_GRID = 2.0**8  # a grid of fewer steps in 1 may be what the answer is about

FLOAT32 = translatable("The answer is float32 although the arguments are float64: its last digits are lost.")
DECIMALS = translatable("The answer is rounded to {count} decimals: its last digits are lost.")
INSIDE = translatable(
    "The last digits of {name} make no difference to the answer: something is float32, or is rounded."
)


def fractional(array: Array) -> bool:
    """Say whether an array may hold fractions."""
    return bool(array.dtype.kind == "f")


def coarse(f: Function, question: Arguments, turn: int | None) -> Mismatch | None:
    """Return which digits an answer lacks, if it does.

    Args:
        f: the function under test.
        question: of the case.
        turn: which of the few cases it is, or None.
    """
    if any(fractional(array) and array.dtype != np.float64 for array in arrays(question)):
        return None  # then an answer may have few digits
    names = [name for name, value in question.items() if any(map(fractional, arrays(value)))]
    for name in shared(names, turn):
        faults = (_from(_Line(f, question, name, seed), name) for seed in range(2))
        if (found := next(faults)) is not None and next(faults) is not None:
            return found
    return None


def _from(line: _Line, name: str) -> Mismatch | None:
    """Look from one starting point; one step is enough for an answer that follows at once."""
    base, fine = line.at(0.0), line.at(FINEST)
    suspects = [i for i, pair in enumerate(zip(base, fine, strict=False)) if _suspicious(*pair)]
    for i, far, way in _ways(line, base, suspects):
        part = _Part(base[i], fine[i], way, far, line)
        if (found := part.fault(name)) is not None:
            return found
    return None


def _ways(
    line: _Line, base: Sequence[Array], suspects: list[int]
) -> Iterator[tuple[int, float, list[Array]]]:
    """Yield parts of the answer that move, how far their question moves, and what they are along the way."""
    for far, alone in ((ALONE, True), (TOGETHER, False), (WIDER * FINEST, False)):
        last = line.at(far, alone=alone) if suspects else []
        moved = [i for i in suspects if last and np.any(last[i] != base[i])]
        way = [line.at(place * far, alone=alone) for place in PLACES[:-1]] if moved else []
        for i in moved if all(way) else ():
            yield i, far, [*(each[i] for each in way), last[i]]
        if not alone:
            suspects = moved  # what all numbers together do not move, is not moved by less


def _suspicious(base: Array, fine: Array) -> bool:
    """Say whether a part of an answer may lack digits: what is whole needs none."""
    broken = base != np.round(base)
    if not broken.any():
        return False
    still = np.count_nonzero(fine[broken] == base[broken])
    follows = 2 * still < np.count_nonzero(broken)
    return not follows or _is_float32(fine) or _decimals(fine) is not None


def _is_float32(numbers: Array) -> bool:
    with np.errstate(over="ignore"):
        return bool(np.all(numbers.astype(np.float32) == numbers))


def _decimals(numbers: Array) -> int | None:
    """Return to how many decimals all numbers are rounded."""
    return next((k for k in range(1, MOST_DECIMALS + 1) if np.all(np.round(numbers, k) == numbers)), None)


@dataclass(frozen=True, slots=True)
class _Part:
    """What one part of an answer is at the start, after the finest step, and along the way."""

    base: Array
    fine: Array
    way: Sequence[Array]
    far: float
    line: _Line

    def fault(self, name: str) -> Mismatch | None:
        """Return which digits it lacks, if most of what moves follows."""
        whole = self.way[-1] - self.base
        moves = (whole != 0) & (self.base != np.round(self.base))
        follows = moves.copy()
        for place, there in zip(PLACES, self.way, strict=True):
            follows &= np.abs(there - self.base - place * whole) <= CROOKED * np.abs(whole)
        if 2 * np.count_nonzero(follows) <= np.count_nonzero(moves):
            return None
        count = _decimals(self.fine)
        if _is_float32(self.fine) and self._is_fine(2.0, follows):
            return Mismatch(say(FLOAT32), actual=self.fine)
        if count is not None and self._counts(10.0**-count / 2) and self._is_fine(10.0, follows, count):
            return Mismatch(say(DECIMALS, count=count), actual=self.fine)
        if self.far == WIDER * FINEST:
            follows &= self._counts(np.abs(whole) / WIDER / 2)
            still = np.count_nonzero(self.fine[follows] == self.base[follows])
            if 2 * still > np.count_nonzero(follows):
                return Mismatch(say(INSIDE, name=name), actual=self.fine)
        return None

    def _counts(self, errors: Any) -> Any:
        """Say which errors are larger than those of a right answer."""
        return errors > RIGHT * max(self.line.largest, float(np.abs(self.base).max()))

    def _is_fine(self, base: float, follows: Array, count: int = 0) -> bool:
        """Say whether numbers lie on a finer grid than shares: there are so many numbers to be counted."""
        most = self.line.size
        digits = count or int(np.ceil(np.log2(max(most, FINE_GRID))))
        steps = np.concatenate([each[follows] for each in (self.base, self.fine, *self.way)]) * base**digits
        if not count:
            return bool(np.any(steps != np.round(steps)))
        whole = np.round(steps - steps.min()).astype(np.int64)
        return base**digits > most and int(np.gcd.reduce(whole)) == 1


class _Line:
    """A question whose numbers of one argument grow, all together or the largest alone.

    Args:
        f: the function under test.
        question: of the case.
        name: the argument.
        seed: of the last digits of its numbers, and of how fast they grow.
    """

    def __init__(self, f: Function, question: Arguments, name: str, seed: int) -> None:
        self._f, self._name = f, name
        draw = np.random.default_rng(seed).random
        # Numbers that float32 can hold: to cast them changes nothing.
        self._start = _moved(question, lambda a: _as_float32(a * (1 + OFFSET * (1 + draw(a.shape)) / 2)))
        self._growth = _moved(self._start[name], lambda a: np.abs(a) * (1 + draw(a.shape)) / 2)
        growing = filter(fractional, arrays(self._start[name]))
        self._most = max(np.abs(array).max(initial=0.0) for array in growing)
        self.size = sum(leaf.size for leaf in leaves(question))
        sizes = [np.abs(leaf if leaf.dtype.kind == "c" else leaf.astype(float)) for leaf in leaves(question)]
        self.largest = float(max(size.max(initial=0.0) for size in sizes))
        self._form: list[tuple[int, ...]] = []

    def at(self, step: float, *, alone: bool = False) -> list[Array]:
        """Return the parts of the answer at some distance; none if it is no answer, or of another form."""
        growths = iter(arrays(self._growth))

        def grown(array: Array) -> Array:
            growth = next(growths)
            if not fractional(array):
                return array
            grows = np.abs(array) == self._most if alone else True
            return np.where(grows, array + step * growth, array)

        moved = mapped(self._start[self._name], grown)
        answer = answer_of(self._f, self._start | {self._name: moved})
        parts = [part.astype(float) for part in leaves(answer)] if answer is not None else []
        self._form = self._form or [part.shape for part in parts]
        return parts if [part.shape for part in parts] == self._form else []


def _moved(tree: Any, change: Callable[[Array], Array]) -> Any:
    return mapped(tree, lambda array: change(array) if fractional(array) else array)


def _as_float32(array: Array) -> Array:
    return array.astype(np.float32).astype(array.dtype)
