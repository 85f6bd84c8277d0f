"""``grader audit --corners``: which combinations the cases have, and which corner mistakes they miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from grader.audit.corners import corners
from grader.audit.coverage import coverage, spoken
from grader.course.cases import Kept

if TYPE_CHECKING:
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
    for each in range(seed, seed + seeds):
        kept = Kept(course.cases)
        click.echo(f"Seed {each}:")
        click.echo("  factors  cases  pairs         triples              corners  missed  exercise")
        for exercise in course.suite.exercises:
            found = coverage(exercise, kept, each)
            if found is None:
                click.echo(f"  {exercise.name} has no definition with factors.")
                continue
            count, lost = corners(exercise, kept, each)
            click.echo(_line(found, count, len(lost)))
            for pair in found.missing:
                click.echo(f"      no case has {spoken(pair)}")
            for region, mistake in lost:
                click.echo(f"      {mistake} is missed where {spoken(region)}")
            missed += len(lost) + len(found.missing)
    return missed


def _line(found: Coverage, corner_mistakes: int, missed: int) -> str:
    pairs, triples = ("{} of {}".format(*each) for each in (found.pairs, found.triples))
    share = found.triples[0] / found.triples[1] if found.triples[1] else 1.0
    return (
        f"  {found.factors:>7}  {found.cases:>5}  {pairs:<12}  {triples} ({share:.1%})".ljust(51)
        + f"  {corner_mistakes:>7}  {missed:>6}  {found.exercise}"
    )
