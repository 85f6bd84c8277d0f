"""``grader audit --corners``: which combinations the cases have, and which corner mistakes they miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from grader.audit.corners import corners, sample
from grader.audit.coverage import coverage, spoken
from grader.course.cases import Kept

if TYPE_CHECKING:
    from grader.audit.corners import Corners
    from grader.audit.coverage import Coverage
    from grader.course.load import Course

__all__ = ["show_corners"]


def show_corners(course: Course, seed: int, seeds: int) -> int:
    """Print the coverage of each exercise and its corner mistakes; return how much is missed.

    Args:
        course: the course.
        seed: the first seed.
        seeds: how many.
    """
    missed = 0
    with_factors = {
        exercise.name: exercise.definition.inputs
        for exercise in course.suite.exercises
        if exercise.definition is not None and exercise.definition.inputs.factors
    }
    drawn = {name: sample(inputs) for name, inputs in with_factors.items()}  # the same for every seed
    for each in range(seed, seed + seeds):
        kept = Kept(course.cases)
        click.echo(f"Seed {each}:")
        click.echo(
            "  factors  cases  pairs         triples                corners  99 %  all  missed  exercise"
        )
        for exercise in course.suite.exercises:
            name = exercise.name
            if name not in with_factors:
                click.echo(f"  {name} has no definition with factors.")
                continue
            found = coverage(exercise, with_factors[name], kept, each, drawn[name])
            tried = corners(exercise, kept, each, drawn[name])
            click.echo(_line(found, tried))
            for pair in found.missing:
                click.echo(f"      no case has {spoken(pair)}")
            for region, mistake in tried.missed:
                click.echo(f"      {mistake} is missed where {spoken(region)}")
            missed += len(tried.missed) + len(found.missing)
    return missed


def _line(found: Coverage, tried: Corners) -> str:
    pairs, triples = ("{} of {}".format(*each) for each in (found.pairs, found.triples))
    share = found.triples[0] / found.triples[1] if found.triples[1] else 1.0
    return (
        f"  {found.factors:>7}  {found.cases:>5}  {pairs:<12}  {triples} ({share:.1%})".ljust(53)
        + f"  {tried.count:>7}  {tried.cases(0.99):>4}  {tried.cases(1):>3}  {len(tried.missed):>6}"
        f"  {found.exercise}"
    )
