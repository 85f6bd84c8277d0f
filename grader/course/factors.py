"""Factors: what a case can be like, and which combinations the cases of an exercise must have.

A mistake often shows only where two or three things come together: several rows, and negative numbers. So
an exercise says what its cases differ in (its factors) and in which ways (the levels of each), and its cases
have to have every pair of levels. This is combinatorial testing: see Kuhn, Kacker and Lei, Practical
Combinatorial Testing, NIST SP 800-142, 2010.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, Any, TypeAlias

from grader.course.blame import blaming, place_of
from grader.course.trees import fresh
from grader.errors import SuiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = [
    "Factor",
    "Impossible",
    "Levels",
    "Region",
    "check_impossible",
    "combined",
    "excluded",
    "levels_of",
    "numbered",
    "possible",
]

Level: TypeAlias = "tuple[str, str]"
"""A factor's name and one of its levels."""

Region: TypeAlias = "frozenset[Level]"
"""Levels of several factors."""

Levels: TypeAlias = "tuple[str, ...]"
"""The level of a case for each factor, in their order."""


@dataclass(frozen=True, slots=True)
class Factor:
    """Something that cases differ in, such as how many examples there are.

    Attributes:
        name: a word or two, for messages to the author.
        levels: all that it can be, such as "one", "several".
        level: takes the arguments of a case by name, those that it asks for; returns one of the levels.

    Raises:
        SuiteError: there are fewer than two levels, or the same one twice.
    """

    name: str
    levels: tuple[str, ...]
    level: Callable[..., str]

    def __post_init__(self) -> None:
        if len({*self.levels}) < max(2, len(self.levels)):
            remedy = 'Write Factor("examples", ("one", "several"), function).'
            raise SuiteError(
                f"the factor {self.name} needs two levels or more, all different.", remedy=remedy
            )


@dataclass(frozen=True, slots=True)
class Impossible:
    """Levels that no case can have together.

    Attributes:
        levels: of each factor that is named here, the levels which exclude those of the others.
        why: the reason, for those who read the course.
    """

    levels: dict[str, tuple[str, ...]]
    why: str


def levels_of(factors: Sequence[Factor], arguments: dict[str, Any]) -> Levels:
    """Return the level of each factor for the arguments of one case.

    Raises:
        SuiteError: a factor's function fails, or returns something that is none of its levels.
    """
    own = fresh(arguments)
    return tuple(_level(factor, own) for factor in factors)


def _level(factor: Factor, arguments: dict[str, Any]) -> str:
    with blaming(f"the factor {factor.name}", factor.level):
        found = factor.level(**arguments)
    if found not in factor.levels:
        message = f"the factor {factor.name} gives a case the level {found!r}."
        remedy = f"Its levels are: {', '.join(factor.levels)}."
        raise SuiteError(message, where=place_of(factor.level), remedy=remedy)
    return found


def numbered(factors: Sequence[Factor], levels: Levels) -> tuple[int, ...]:
    """Return the number of each level among those of its factor."""
    return tuple(factor.levels.index(level) for factor, level in zip(factors, levels, strict=True))


def combined(factors: Sequence[Factor], cases: Iterable[Levels], ways: int) -> set[Region]:
    """Return the combinations of ``ways`` levels that some case has."""
    names = [factor.name for factor in factors]
    named = (tuple(zip(names, levels, strict=True)) for levels in {*cases})
    return {frozenset(chosen) for levels in named for chosen in combinations(levels, ways)}


def possible(factors: Sequence[Factor], impossible: Sequence[Impossible], ways: int) -> set[Region]:
    """Return the combinations of ``ways`` levels that nobody says are impossible."""
    return {
        frozenset(levels)
        for chosen in combinations(factors, ways)
        for levels in product(*([(factor.name, level) for level in factor.levels] for factor in chosen))
        if not any(excluded(frozenset(levels), each) for each in impossible)
    }


def excluded(levels: Region, by: Impossible) -> bool:
    """Say whether a combination has a level of each factor that is named as impossible together."""
    found = dict(levels)
    return all(found.get(name) in excluding for name, excluding in by.levels.items())


def check_impossible(factors: Sequence[Factor], impossible: Sequence[Impossible]) -> Iterator[str]:
    """Yield what is wrong with how combinations are declared impossible: names that no factor has."""
    known = {factor.name: factor.levels for factor in factors}
    for each in impossible:
        if not each.why.strip():
            yield f"{each.levels} are declared impossible without a reason"
        for name, levels in each.levels.items():
            unknown: list[Any] = [level for level in levels if level not in known.get(name, ())]
            if name not in known or unknown:
                yield f"{name}: {', '.join(map(str, unknown)) or 'it'} is no level of a factor"
