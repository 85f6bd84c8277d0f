"""Cases that cover the combinations of their factors' levels: chosen greedily among many that are drawn.

Greedy choice needs few cases more than the best covering arrays do, and unlike these it knows no combination
but those that a case can have (Cohen, Dalal, Fredman and Patton, The AETG System, 1997).
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

from grader.course.building import built
from grader.course.catching import catching, caught
from grader.course.choices import Sampler
from grader.course.factors import combined, levels_of, numbered, possible
from grader.course.trees import size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grader.course.factors import Levels, Region
    from grader.course.model import Arguments, Inputs, Recipe

__all__ = ["cover", "renumbered", "sampled"]

DRAWN = {3: 4000, 2: 500}  # recipes that cases are chosen among, by how many levels they cover at a time
QUICK = {3: 1200, 2: 200}  # likewise, where they need not catch all mistakes
RARE = 4  # times as many are drawn, if a pair of levels is so rare that none of those has it
FIRST = 100  # of them, at least, in which all mistakes are tried
ENOUGH = 12  # more are, until so many have each pair of levels that is not too rare
TRIPLES = 0.95  # share of the combinations of three levels in the draws that are covered
TRIES = 20  # numbers that are tried for a recipe, until one gives it its levels
PULL = 0.35  # how much a small case is preferred: a power of how many numbers it has

Array = np.ndarray[Any, Any]


def cover(inputs: Inputs, seed: int, *, thorough: bool) -> list[Recipe]:
    """Return recipes that, with the pinned ones, have all pairs of levels that are drawn, and most triples.

    Those that add most come first.

    Args:
        inputs: what covers its factors.
        seed: which cases.
        thorough: catch each mistake of the exercise in each pair of levels in which it shows, too. It takes
            a minute for all exercises of a course, so it is done for the cases that a course ships.

    Raises:
        SuiteError: the draw function, the builder or a factor fails.
    """
    recipes, arguments, names, first = _candidates(
        inputs, seed, DRAWN[inputs.ways] if thorough else QUICK[inputs.ways]
    )
    levels = np.array([numbered(inputs.factors, each) for each in names])
    cost = np.array([max(size(each)[0], 1) for each in arguments]) ** PULL
    pairs = _combinations(levels, 2)
    chosen = _greedy(pairs, cost, [*range(len(inputs.pinned))], 1.0)
    if thorough and inputs.judged is not None and inputs.judged.mistakes:
        wrong = caught(inputs.judged, arguments, levels, pairs, first)
        chosen = catching(wrong, pairs, cost, chosen)
    if inputs.ways == 3 and len(inputs.factors) > 2:
        chosen = _greedy(_combinations(levels, 3), cost, chosen, TRIPLES)
    return [recipes[i] for i in chosen[len(inputs.pinned) :]]


def renumbered(inputs: Inputs, recipes: Sequence[Recipe], seed: int) -> list[Recipe]:
    """Return the recipes with other random numbers, but for the pinned ones; the levels stay as they are.

    Args:
        inputs: whose recipes; says which entry chooses the numbers.
        recipes: of another seed.
        seed: which numbers.

    Raises:
        SuiteError: the builder or a factor fails.
    """
    rng = np.random.default_rng([seed, crc32(inputs.key.encode())])

    def levels(recipe: Recipe) -> Levels:
        return levels_of(inputs.factors, built(inputs, recipe))

    def other(recipe: Recipe) -> Recipe:
        wanted = levels(recipe)
        for number in rng.integers(2**31, size=TRIES).tolist():
            drawn = recipe | {inputs.numbers: number}
            if levels(drawn) == wanted:
                return drawn
        return recipe  # a level hangs on its very numbers

    return [recipe if recipe in inputs.pinned else other(recipe) for recipe in recipes]


def _candidates(
    inputs: Inputs, seed: int, enough: int
) -> tuple[list[Recipe], list[Arguments], list[Levels], int]:
    """Return the pinned recipes and many others, with what they build and their levels.

    The last number says how many come first: the pinned ones, some more, and those with rare pairs of levels.
    """
    recipes: list[Recipe] = []
    arguments: list[Arguments] = []
    names: list[Levels] = []
    pairs: list[set[Region]] = []
    missing = possible(inputs.factors, inputs.impossible, 2)
    left = dict.fromkeys(missing, ENOUGH)
    for number, recipe in enumerate((*inputs.pinned, *sampled(inputs, seed, RARE * enough))):
        if number >= enough and not missing:
            break
        own = built(inputs, recipe)
        levels = levels_of(inputs.factors, own)
        found = combined(inputs.factors, [levels], 2)
        if number < enough or found & missing:
            recipes.append(recipe)
            arguments.append(own)
            names.append(levels)
            pairs.append(found)
        missing -= found
    first, later = _shared(pairs, left, max(FIRST, len(inputs.pinned)))
    order = [*first, *later]
    ordered = ([each[i] for i in order] for each in (recipes, arguments, names))
    return *ordered, len(first)  # type: ignore[return-value]


def _shared(pairs: Sequence[set[Region]], left: dict[Region, int], count: int) -> tuple[list[int], list[int]]:
    """Return the first ``count`` cases and those with a pair of levels that few have; then the rest."""
    first: list[int] = []
    later: list[int] = []
    for i, own in enumerate(pairs):
        wanted = [pair for pair in own if left.get(pair)]
        (first if wanted or i < count else later).append(i)
        for pair in wanted:
            left[pair] -= 1
    return first, later


def sampled(inputs: Inputs, seed: int, count: int) -> Iterator[Recipe]:
    """Yield recipes that NumPy draws, each once; fewer than ``count`` if there are not as many.

    Raises:
        SuiteError: the draw function fails.
    """
    sampler = Sampler(inputs, seed)
    seen = {repr(recipe) for recipe in inputs.pinned}
    for _ in range(count):
        recipe = sampler.recipe()
        if repr(recipe) not in seen:
            seen.add(repr(recipe))
            yield recipe


def _combinations(levels: Array, ways: int) -> Array:
    """Return for each case (axis 0) and each choice of factors (axis 1) the number of its combination."""
    sizes = levels.max(axis=0) + 1
    columns, first = [], 0
    for chosen in combinations(range(levels.shape[1]), ways):
        code = np.zeros(len(levels), dtype=np.int64)
        for factor in chosen:
            code = code * sizes[factor] + levels[:, factor]
        columns.append(first + code)
        first += int(np.prod([sizes[factor] for factor in chosen]))
    return np.stack(columns, axis=1)


def _greedy(found: Array, cost: Array, chosen: list[int], share: float) -> list[int]:
    """Add cases until the share of all combinations is covered: the next one brings most for its cost."""
    missing = np.zeros(found.max(initial=0) + 1, dtype=bool)
    missing[found] = True
    allowed = int(missing.sum() * (1 - share))
    missing[found[chosen]] = False
    chosen = [*chosen]
    while missing.sum() > allowed:
        best = int(np.argmax(missing[found].sum(axis=1) / cost))
        chosen.append(best)
        missing[found[best]] = False
    return chosen
