"""Cases from the student's own code: no list of levels foresees its thresholds and its rare branches.

Two things say where to look. Unusual constants (100, 1e-5, 16, "float32") become sizes and values of further
cases, just below, at and just above. Branches that few calls entered get cases like those that entered them:
what was drawn is ranked by its levels of the exercise's factors. That is all that the code decides. The cases
are legal ones, judged by the definition, and the same for the same code and seed.

Hypothesis does a part of this for the code that it tests (its constants); Code Hunt (Tillmann et al., 2014)
explored a student's branches by symbolic execution, which does not reach into NumPy.
"""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.building import built
from grader.course.choices import Sampler
from grader.course.factors import levels_of, numbered
from grader.course.trees import size
from grader.errors import SuiteError
from grader.judging.checked import SELDOM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grader.course.factors import Factor
    from grader.course.model import Arguments, Inputs
    from grader.judging.checked import CheckedFunction

__all__ = ["aimed"]

SHARE = 0.3  # of the calls that were made: more are not added
DRAWN = {3: 300, 2: 24}  # recipes that cases are chosen among, by how many levels at a time the cases cover
EACH = 8  # cases for one constant or one rare branch, in each of two turns
LEAST, GREATEST = 1e-150, 1e150  # of a number that is aimed at: products of two others are 0 or infinite
USUAL = 5  # whole numbers up to this, such as axes and sizes, are in all code, and in all cases
LARGER = {3: 2, 2: 1}  # times as many numbers as the largest kept case, likewise: more would take long

# What does not fit into a type any more, or is rounded.
TYPES = {
    "int8": 127,
    "uint8": 255,
    "int16": 2**15 - 1,
    "uint16": 2**16 - 1,
    "int32": 2**31 - 1,
    "uint32": 2**32 - 1,
    "float16": 2048,
    "float32": 2**24,
}

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    """A recipe near the code's constants, and what it builds."""

    arguments: Arguments
    levels: tuple[int, ...]
    targets: frozenset[Any]


def aimed(inputs: Inputs, function: CheckedFunction, seed: int) -> Iterator[tuple[Any, ...]]:
    """Yield the arguments of further calls, each to be made before the next is asked for.

    Args:
        inputs: of the exercise's definition.
        function: what is judged; its calls so far are those of the kept cases.
        seed: of the cases.

    Raises:
        SuiteError: a draw function, a builder or a factor fails.
    """
    told = function.marks() if inputs.factors else None
    if told is None:
        return
    constants = _thresholds(told.constants)
    known = _Known(inputs, function)
    if not constants and not known.rare():
        return
    left = int(SHARE * len(function.asked))
    largest = LARGER[inputs.ways] * max((size(args)[0] for args, _ in function.asked.values()), default=0)
    drawn = _draw(inputs, constants, seed, largest)
    for most in (left - left // 3, left):  # what the first calls entered says where to look next
        for each in _chosen(drawn, known)[: min(most, left)]:
            drawn.remove(each)
            left -= 1
            yield tuple(each.arguments.values())


class _Known:
    """Which calls were made, with the levels of their arguments, and which branches each entered."""

    def __init__(self, inputs: Inputs, function: CheckedFunction) -> None:
        self._factors, self._function = inputs.factors, function
        self._names = list(function.exercise.signature.parameters)
        self._levels: dict[object, tuple[int, ...]] = {}

    def rare(self) -> list[int]:
        """Return the branches that few calls entered, but some: nobody knows what the others need."""
        counts = Counter(branch for each in self._function.entered.values() for branch in each)
        return sorted(branch for branch, count in counts.items() if count < SELDOM)

    def levels(self) -> Array:
        """Return for each call by place (axis 0) and factor (axis 1) the number of its level."""
        for key, (args, kwargs) in self._function.asked.items():
            if not kwargs and key not in self._levels:
                arguments = dict(zip(self._names, args, strict=False))
                self._levels[key] = _numbers(self._factors, arguments)
        shape = len(self._levels), len(self._factors)
        return np.array([*self._levels.values()], dtype=int).reshape(shape)

    def entered(self, branch: int) -> Array:
        """Return for each call of ``levels`` whether it entered a branch."""
        entered = self._function.entered
        return np.array([branch in entered[key] for key in self._levels], dtype=bool)


def _thresholds(constants: Sequence[Any]) -> list[float]:
    """Return the numbers in the code that say where to look, and the largest numbers of the types in it."""
    numbers = [TYPES.get(each, 0) if isinstance(each, str) else each for each in constants]
    unusual = (each for each in numbers if abs(each) > USUAL or not float(each).is_integer())
    return [each for each in unusual if LEAST <= abs(each) <= GREATEST]


def _numbers(factors: Sequence[Factor], arguments: Arguments) -> tuple[int, ...]:
    return numbered(factors, levels_of(factors, arguments))


def _draw(inputs: Inputs, constants: Sequence[float], seed: int, largest: int) -> list[_Drawn]:
    """Draw recipes near the constants; those with more numbers than the largest are left out."""
    sampler = Sampler(inputs, seed, 1, constants=constants)
    found = []
    for _ in range(DRAWN[inputs.ways]):
        recipe = sampler.recipe()
        # What is too large for a call, or for a builder, is so because of the student's constants.
        with suppress(SuiteError) if sampler.targets else nullcontext():
            arguments = built(inputs, recipe)
            if size(arguments)[0] <= largest:
                levels = _numbers(inputs.factors, arguments)
                found.append(_Drawn(arguments, levels, frozenset(sampler.targets)))
    return found


def _chosen(drawn: Sequence[_Drawn], known: _Known) -> list[_Drawn]:
    """Return a few cases for each constant, each rare branch, and each constant in each place, in turns."""
    near: dict[Any, list[_Drawn]] = {}
    placed: dict[Any, list[_Drawn]] = {}
    for each in drawn:
        for place, target in sorted(each.targets):
            near.setdefault(target, []).append(each)
            placed.setdefault((place, target), []).append(each)
    queues = [*near.values()]
    if rare := known.rare():
        levels = known.levels()
        every = np.array([*levels, *(each.levels for each in drawn)])
        tried = np.arange(len(every)) < len(levels)
        for branch in rare:
            hits = np.zeros(len(every), dtype=bool)
            hits[tried] = known.entered(branch)
            score = _likelihood(every, hits, tried)[~tried]
            queues.append([drawn[i] for i in np.argsort(-score, kind="stable")[:EACH]])
    queues += placed.values()
    turns = [queue[turn] for turn in range(EACH) for queue in queues if turn < len(queue)]
    return list({id(each): each for each in turns}.values())


def _likelihood(levels: Array, hits: Array, tried: Array) -> Array:
    """Return how likely each case enters a branch, as naive Bayes sees it: a log, up to what all share.

    Args:
        levels: for each case (axis 0) and factor (axis 1), the number of its level.
        hits: whether the case entered the branch.
        tried: whether anybody knows.
    """
    score = np.zeros(len(levels))
    for factor in levels.T:
        count = np.bincount(factor[tried], minlength=factor.max() + 1)
        entered = np.bincount(factor[hits], minlength=factor.max() + 1)
        score += np.log((entered + 0.5) / (count + 1))[factor]
    return score
