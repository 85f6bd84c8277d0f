"""Is a mutant wrong at all? It is tried on cases that nobody is graded with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.cases import Kept
from grader.course.covering import sampled
from grader.course.differences import difference
from grader.course.mistakes import breaks
from grader.course.trees import copied, leaves, mapped
from grader.errors import CallError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grader.course.model import Exercise, Inputs, Recipe
    from grader.judging.checked import CheckedFunction

__all__ = ["OTHER_SEEDS", "KeptWithOthers", "alike", "right"]

OTHER_SEEDS = (1001, 1002)  # of the cases on which a mutant that survives is tried
SAMPLED = 100  # recipes of each, for inputs with factors


class KeptWithOthers(Kept):
    """Cases as a course keeps them, and for ``OTHER_SEEDS`` quickly drawn ones."""

    def _recipes(self, inputs: Inputs, seed: int) -> list[Recipe]:
        if seed in OTHER_SEEDS and inputs.factors:  # any cases will do, and to cover the factors takes long
            return list(sampled(inputs, seed, SAMPLED))
        return super()._recipes(inputs, seed)


def alike(exercise: Exercise, kept: Kept, mutant: CheckedFunction, reference: CheckedFunction) -> bool:
    """Compare answers to cases of other seeds: as drawn, with other numbers, without defaults.

    Raises:
        SuiteError: a draw function or a builder fails.
    """
    return all(_same(mutant, reference, arguments) for arguments in _questions(exercise, kept))


def right(exercise: Exercise, kept: Kept, mutant: CheckedFunction) -> bool | None:
    """Judge answers to the same cases by the definition of the exercise; None if it has none.

    Raises:
        SuiteError: a draw function, a builder or the definition fails.
    """
    judged = exercise.definition.inputs.judged if exercise.definition else None
    if judged is None:
        return None
    try:
        return not any(
            breaks(judged, mutant(*arguments), exercise.signature.bind(*arguments).arguments)
            for arguments in _questions(exercise, kept)
        )
    except CallError:
        return False


def _questions(exercise: Exercise, kept: Kept) -> Iterator[tuple[Any, ...]]:
    noise = np.random.default_rng(0)
    required = [p for p in exercise.signature.parameters.values() if p.default is p.empty]
    for inputs in (each for each in exercise.inputs if not each.refused):
        for case in (case for seed in OTHER_SEEDS for case in kept.cases(inputs, seed)):
            arguments = tuple(case.arguments.values())
            yield arguments
            yield arguments[: len(required)]
            yield mapped(arguments, lambda a: noise.normal(size=a.shape) if a.dtype.kind == "f" else a)


def _same(one: CheckedFunction, other: CheckedFunction, arguments: Sequence[Any]) -> bool:
    answers = []
    for function in (one, other):
        try:
            answers.append(function.graded_parts(function(*copied(arguments))))
        except CallError:
            answers.append(None)
    # Other roundings are alike: a thousand times eps, of the largest number.
    largest = max((float(np.abs(leaf).max(initial=0)) for leaf in leaves(answers[1])), default=0.0)
    return difference(answers[1], answers[0], "", 1e-12 * (1 + largest)) is None
