"""What a draw function draws, said so plainly that NumPy can draw it, too.

``draw(choose(1, 2, 3, 9))`` is one of the options. Hypothesis can draw it, which shrinks to the first option,
and so can a seeded NumPy generator: quickly, the same with every version of Hypothesis, and near numbers that
somebody names.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

from grader.course.blame import blaming
from grader.course.building import checked
from grader.course.recipes import REMEDY, unkept
from grader.errors import SuiteError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grader.course.model import Inputs, Recipe

__all__ = ["Choice", "Sampler", "choose"]

AIMS = ("", "size", "number")
OFTEN = 0.4  # how often a choice that can be aimed is: what else differs has to vary, too
LARGER = 8  # times the largest option: no size beyond this is aimed at, or a case would be too large


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several options.

    Attributes:
        options: the simplest first; one that is there twice is drawn twice as often.
        aim: what else it may become, if a student's code has such a number: a "size" becomes a whole number
            near it, not below the least option; a "number" becomes that number. Nothing else if empty.
        most: the largest size that is aimed at; 0 for a few times the largest option.
    """

    options: tuple[Any, ...]
    aim: str = ""
    most: int = 0


def choose(*options: Any, aim: str = "", most: int = 0) -> Choice:
    """Return a choice of the options, for ``draw``; see ``Choice``.

    Raises:
        SuiteError: there is no option, one cannot be part of a recipe, or there is no such aim.
    """
    if not options or aim not in AIMS:
        found = "choose() has no options." if not options else f"choose() has aim={aim!r}."
        raise SuiteError(found, remedy='Write choose(1, 2, 3), with aim="size" or aim="number" if at all.')
    if wrong := unkept({"option": list(options)}):
        raise SuiteError(f"choose() has an option that {wrong}.", remedy=REMEDY)
    return Choice(options, aim, most)


class Sampler:
    """Draws recipes with NumPy, from a draw function that draws nothing but choices.

    Args:
        inputs: whose draw function.
        seed: the numbers that, with the inputs, decide what is drawn.
        constants: numbers that choices with an aim may become.
    """

    def __init__(self, inputs: Inputs, *seed: int, constants: Sequence[float] = ()) -> None:
        first, *more = seed
        self._inputs, self._rng = inputs, np.random.default_rng([first, crc32(inputs.key.encode()), *more])
        self._aims: dict[str, list[Any]] = {
            "size": [near for n in constants if float(n).is_integer() for near in _near(int(n))]
            + [near for n in constants if n > 0 for near in (isqrt(int(n)), isqrt(int(n)) + 1)],
            "number": list(constants),
        }
        self.targets: list[tuple[int, Any]] = []
        self._has_size, self._place = False, 0

    def recipe(self) -> Recipe:
        """Return one recipe; ``targets`` then holds the constants that it was aimed at.

        Each comes after the place of the choice that became it, in the order of the draws.

        Raises:
            SuiteError: the function fails, draws something that is no choice, or returns no recipe.
        """
        self.targets, self._has_size, self._place = [], False, 0
        with blaming(f"the draw function {self._inputs.draw.__name__}", self._inputs.draw):
            return checked(self._inputs, self._inputs.draw(self._draw))

    def _draw(self, choice: Choice) -> Any:
        if not isinstance(choice, Choice):
            raise TypeError(f"it draws {choice!r}; with factors, everything is drawn with choose(...)")
        self._place += 1
        targets = self._aims.get(choice.aim)
        if targets and self._rng.random() < OFTEN:
            target = targets[int(self._rng.integers(len(targets)))]
            if choice.aim != "size" or self._is_size(target, choice):
                self._has_size = self._has_size or choice.aim == "size"
                self.targets.append((self._place, target))
                return target
        return choice.options[int(self._rng.integers(len(choice.options)))]

    def _is_size(self, target: int, choice: Choice) -> bool:
        """Say whether a size can be aimed at; one is enough for a case."""
        most = choice.most or LARGER * max(choice.options)
        return not self._has_size and min(choice.options) <= target <= most


def _near(number: int) -> tuple[int, ...]:
    return number - 1, number, number + 1
