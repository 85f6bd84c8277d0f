"""Do the cases of an exercise have the combinations of levels that they should have?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.audit.corners import sample
from grader.course.factors import combined, excluded, levels_of, possible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.audit.audited import Audit
    from grader.audit.corners import Sample
    from grader.course.cases import Kept
    from grader.course.factors import Region
    from grader.course.model import Exercise, Inputs

__all__ = ["Coverage", "coverage", "covered", "refuted", "spoken"]

SHOWN = 5  # pairs of an exercise that a problem names


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many combinations of levels the cases of an exercise have.

    Attributes:
        cases: how many cases there are.
        pairs: the pairs that some case has, and those that are possible.
        triples: likewise; those of which some recipe was drawn count as possible.
        missing: the possible pairs that no case has.
    """

    exercise: str
    factors: int
    cases: int
    pairs: tuple[int, int]
    triples: tuple[int, int]
    missing: tuple[Region, ...]


def coverage(exercise: Exercise, inputs: Inputs, kept: Kept, seed: int, drawn: Sample) -> Coverage:
    """Return how well the cases of a definition cover its factors.

    Args:
        exercise: whose definition.
        inputs: of the definition, with factors.
        kept: where the cases are.
        seed: which cases.
        drawn: what else is possible.

    Raises:
        SuiteError: a draw function, a builder or a factor fails.
    """
    cases = [levels_of(inputs.factors, case.arguments) for case in kept.cases(inputs, seed)]
    found, wanted = combined(inputs.factors, cases, 2), possible(inputs.factors, inputs.impossible, 2)
    triples, seen = (combined(inputs.factors, each, 3) for each in (cases, [*drawn.levels, *cases]))
    return Coverage(
        exercise.name,
        len(inputs.factors),
        len(cases),
        (len(found & wanted), len(wanted)),
        (len(triples), len(seen)),
        tuple(sorted(wanted - found, key=sorted)),
    )


def refuted(inputs: Inputs, drawn: Sample) -> Iterator[tuple[Region, str]]:
    """Yield levels that are declared impossible and were drawn all the same, with the reason given."""
    for each in inputs.impossible:
        for found in combined(inputs.factors, drawn.levels, len(each.levels)):
            if excluded(found, each):
                yield found, each.why


def spoken(region: Region) -> str:
    """Return a combination of levels as words."""
    return ", ".join(f"{name}: {level}" for name, level in sorted(region))


def covered(course: Audit) -> Iterator[str]:
    """The cases of a definition have every pair of its factors' levels that is not declared impossible."""
    for exercise in course.grader.suite.exercises:
        definition = exercise.definition
        if definition is None or not definition.inputs.factors:
            continue
        drawn = sample(definition.inputs)
        found = coverage(exercise, definition.inputs, course.grader.kept, course.grader.seed, drawn)
        for pair in found.missing[:SHOWN]:
            remedy = "Let the draw function draw it, or declare it Impossible, with the reason."
            yield f"{definition.where}: no case of {exercise.name} has {spoken(pair)}. {remedy}"
        if len(found.missing) > SHOWN:
            yield f"{definition.where}: {len(found.missing) - SHOWN} more pairs are missing."
        for levels, why in refuted(definition.inputs, drawn):
            yield f"{definition.where}: a case has {spoken(levels)}, declared impossible because {why}."
