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
from grader.course.mistakes import is_wrong
from grader.course.trees import size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grader.course.factors import Levels
    from grader.course.model import Arguments, Inputs, Mistake, Recipe

__all__ = ["cover", "renumbered", "sampled"]

DRAWN = {3: 4000, 2: 500}  # recipes that cases are chosen among, by how many levels they cover at a time
QUICK = {3: 1200, 2: 200}  # likewise, where they need not catch all mistakes
RARE = 4  # times as many are drawn, as long as a pair of levels is so rare that too few have it
MEMBERS = 100  # that have each pair of levels, where a mistake may show in a few of them only; elsewhere one
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
            minutes for all exercises of a course, so it is done for the cases that a course ships.

    Raises:
        SuiteError: the draw function, the builder or a factor fails.
    """
    enough, members = (DRAWN[inputs.ways], MEMBERS) if thorough else (QUICK[inputs.ways], 1)
    recipes, arguments, names = _candidates(inputs, seed, enough, members)
    levels = np.array([numbered(inputs.factors, each) for each in names])
    cost = np.array([max(size(each)[0], 1) for each in arguments]) ** PULL
    pairs = _combinations(levels, 2)
    chosen = _greedy(pairs, cost, [*range(len(inputs.pinned))], 1.0)
    if thorough and inputs.judged is not None and inputs.judged.mistakes:
        chosen = catching(caught(inputs.judged, arguments), pairs, cost, chosen)
    if inputs.ways == 3 and len(inputs.factors) > 2:
        chosen = _greedy(_combinations(levels, 3), cost, chosen, TRIPLES)
    return [recipes[i] for i in chosen[len(inputs.pinned) :]]


def renumbered(inputs: Inputs, recipes: Sequence[Recipe], seed: int) -> list[Recipe]:
    """Return the recipes with other random numbers, but for the pinned ones.

    Their levels stay as they are, and each catches the mistakes that it did.

    Args:
        inputs: whose recipes; says which entry chooses the numbers.
        recipes: of another seed.
        seed: which numbers.

    Raises:
        SuiteError: the builder, a factor, a mistake or the definition fails.
    """
    rng = np.random.default_rng([seed, crc32(inputs.key.encode())])
    judged = inputs.judged

    def finds(arguments: Arguments, mistakes: Sequence[Mistake]) -> list[Mistake]:
        return [mistake for mistake in mistakes if judged and is_wrong(judged, mistake, arguments)]

    def other(recipe: Recipe) -> Recipe:
        own = built(inputs, recipe)
        levels = levels_of(inputs.factors, own)
        wanted = finds(own, judged.mistakes if judged else ())
        for number in rng.integers(2**31, size=TRIES).tolist():
            drawn = recipe | {inputs.numbers: number}
            arguments = built(inputs, drawn)
            if levels_of(inputs.factors, arguments) == levels and finds(arguments, wanted) == wanted:
                return drawn
        return recipe  # something hangs on its very numbers

    return [recipe if recipe in inputs.pinned else other(recipe) for recipe in recipes]


def _candidates(
    inputs: Inputs, seed: int, enough: int, members: int
) -> tuple[list[Recipe], list[Arguments], list[Levels]]:
    """Return the pinned recipes and many others, with what they build and their levels.

    Args:
        inputs: whose recipes.
        seed: of the draws.
        enough: draws, unless a pair of levels is rare.
        members: recipes that are to have each pair.
    """
    recipes: list[Recipe] = []
    arguments: list[Arguments] = []
    names: list[Levels] = []
    left = dict.fromkeys(possible(inputs.factors, inputs.impossible, 2), members)
    for number, recipe in enumerate((*inputs.pinned, *sampled(inputs, seed, RARE * enough))):
        if number >= enough and not left:
            break
        own = built(inputs, recipe)
        levels = levels_of(inputs.factors, own)
        wanted = combined(inputs.factors, [levels], 2) & left.keys()
        if number < enough or wanted:
            recipes.append(recipe)
            arguments.append(own)
            names.append(levels)
        for pair in wanted:
            left[pair] -= 1
            if not left[pair]:
                del left[pair]
    return recipes, arguments, names


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
