"""Corner mistakes: a listed mistake that is made only in one region, and everywhere else the answer is right.

A region is a pair of levels of two factors, such as several rows and negative numbers. Nobody writes such a
function here: what it answers to a case is what the mistake answers if the case lies in the region, and the
right answer otherwise. So it is caught if one of the cases lies in the region and the mistake answers it
wrongly. Where the mistake is right in all that is drawn of a region, there is nothing to catch.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, TypeAlias

from grader.course.building import built
from grader.course.covering import sampled
from grader.course.factors import combined, levels_of
from grader.course.mistakes import is_wrong

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grader.course.cases import Kept
    from grader.course.factors import Levels, Region
    from grader.course.model import Arguments, Exercise, Inputs, Judged, Mistake

__all__ = ["Corner", "Corners", "Sample", "corners", "sample"]

DRAWS = 4000  # recipes that are drawn to see what is possible, and where a mistake makes a difference
IN_A_REGION = 200  # of them that are looked at for one mistake in one region
OTHER_SEED = 1001  # of these recipes

Corner: TypeAlias = "tuple[Region, str]"
"""A region, and the name of the mistake that is made in it."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a draw function draws that has nothing to do with the cases.

    Attributes:
        arguments: what the recipes build.
        levels: of each, those of its factors.
    """

    arguments: tuple[Arguments, ...]
    levels: tuple[Levels, ...]


@dataclass(frozen=True, slots=True)
class Corners:
    """The corner mistakes of an exercise that make a difference.

    Attributes:
        caught: of each that is caught, how many cases it takes, the smallest cases first.
        missed: the others.
    """

    caught: tuple[int, ...] = ()
    missed: tuple[Corner, ...] = ()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.caught) + len(self.missed)

    def cases(self, share: float) -> int:
        """Return how many cases it takes to catch this share of those that are caught."""
        found = sorted(self.caught)
        return found[max(0, ceil(share * len(found)) - 1)] if found else 0


def sample(inputs: Inputs) -> Sample:
    """Return what many recipes build, for inputs with factors.

    Raises:
        SuiteError: a draw function, a builder or a factor fails.
    """
    arguments = tuple(built(inputs, recipe) for recipe in sampled(inputs, OTHER_SEED, DRAWS))
    return Sample(arguments, tuple(levels_of(inputs.factors, each) for each in arguments))


def corners(exercise: Exercise, kept: Kept, seed: int, drawn: Sample) -> Corners:
    """Try every mistake of an exercise in every pair of levels.

    Args:
        exercise: whose mistakes.
        kept: where the cases are.
        seed: which cases.
        drawn: where else a mistake may make a difference.

    Raises:
        SuiteError: the course itself fails.
    """
    definition = exercise.definition
    if definition is None or definition.inputs.judged is None:
        return Corners()
    inputs, judged = definition.inputs, definition.inputs.judged
    cases = [case.arguments for case in kept.cases(inputs, seed)]
    regions = _by_region(inputs, (levels_of(inputs.factors, each) for each in cases))
    elsewhere = _by_region(inputs, drawn.levels)
    caught: list[int] = []
    missed: list[Corner] = []
    for mistake in exercise.mistakes:
        wrong = [is_wrong(judged, mistake, arguments) for arguments in cases]
        known: dict[int, bool] = {}
        for region in sorted(regions.keys() | elsewhere.keys(), key=sorted):
            first = next((i for i in regions.get(region, ()) if wrong[i]), None)
            if first is not None:
                caught.append(first + 1)
            elif _differs(judged, mistake, drawn.arguments, elsewhere.get(region, ())[:IN_A_REGION], known):
                missed.append((region, mistake.name))
    return Corners(tuple(caught), tuple(missed))


def _by_region(inputs: Inputs, cases: Iterable[Levels]) -> dict[Region, list[int]]:
    """Return for each pair of levels which cases have it."""
    found: dict[Region, list[int]] = {}
    for number, levels in enumerate(cases):
        for region in combined(inputs.factors, [levels], 2):
            found.setdefault(region, []).append(number)
    return found


def _differs(
    judged: Judged,
    mistake: Mistake,
    drawn: Sequence[Arguments],
    numbers: Iterable[int],
    known: dict[int, bool],
) -> bool:
    """Say whether a mistake answers one of these cases wrongly; what was found before is ``known``."""
    for number in numbers:
        if number not in known:
            known[number] = is_wrong(judged, mistake, drawn[number])
        if known[number]:
            return True
    return False
