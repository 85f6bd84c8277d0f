"""The kill matrix: which property catches which wrong answer, and what that says about the course.

Values and what follows from them; ``trials`` makes them, by judging the zoo. A *chaff* is a wrong answer and
a *mutant* one made by machine, a *wheat* is a right answer. A property *is first* for a wrong answer if it is
the first one of its exercise that breaks, and *the only one* if no other breaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["CHECKS", "Matrix", "Round", "Row", "Sheet", "records", "share", "text"]

TENTH = 0.1  # of an exercise's points, that an answer which knows nothing may earn


@dataclass(frozen=True, slots=True)
class Row:
    """How one animal fared: the properties that it breaks, in the exercise's order, and what they cost.

    ``kind`` is wheat, chaff, mutant, or lazy for an answer that knows nothing but its form.
    """

    kind: str
    name: str
    breaks: tuple[str, ...]
    lost: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One exercise, judged in whole on one seed.

    Attributes:
        properties: their names and points.
        rows: every animal but the mutants that are set aside.
        equivalent: mutants that answer as the reference does, on every case of other seeds too.
        right_too: mutants that answer otherwise and are right all the same, with the reason.
        pinned: chaffs and mutants that a pinned case catches, whatever the seed and the number of cases.
        caught_by, redundant: see ``zoo.Pen``.
    """

    exercise: str
    properties: tuple[tuple[str, float], ...]
    rows: tuple[Row, ...]
    equivalent: tuple[str, ...]
    right_too: dict[str, str]
    pinned: tuple[str, ...]
    caught_by: dict[str, frozenset[str]]
    redundant: dict[str, str]

    def wrong(self) -> tuple[Row, ...]:
        """The chaffs and the mutants."""
        return tuple(row for row in self.rows if row.kind in {"chaff", "mutant"})

    def only(self, prop: str) -> list[str]:
        """Name the wrong answers that no other property catches."""
        return [row.name for row in self.wrong() if row.breaks == (prop,)]

    def first(self, prop: str) -> list[str]:
        """Name the wrong answers that no earlier property catches."""
        return [row.name for row in self.wrong() if row.breaks[:1] == (prop,)]


@dataclass(frozen=True, slots=True)
class Round:
    """One exercise on one more seed, as far as is needed to see who is on the wrong side.

    Attributes:
        survivors: chaffs and mutants that keep every promise.
        injured: wheats that break one.
    """

    exercise: str
    seed: int
    count: int
    survivors: tuple[str, ...]
    injured: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A course on trial.

    Attributes:
        sheets: every exercise, judged in whole on one seed.
        rounds: every exercise on further seeds.
    """

    suite: str
    sheets: tuple[Sheet, ...]
    rounds: tuple[Round, ...] = ()

    def seeds(self) -> int:
        """How many seeds were looked at."""
        return 1 + len({found.seed for found in self.rounds})


def share(rounds: tuple[Round, ...], count: int) -> tuple[int, int]:
    """Return in how many seeds so many cases caught everything wrong, and how many seeds there were."""
    seeds = {found.seed for found in rounds if found.count == count}
    missed = {found.seed for found in rounds if found.count == count and found.survivors}
    return len(seeds - missed), len(seeds)


def wrong_answers(matrix: Matrix) -> Iterator[str]:
    """Every chaff and every mutant breaks a promise, in every seed."""
    for sheet in matrix.sheets:
        for row in sheet.wrong():
            if not row.breaks:
                yield f"{sheet.exercise}: the {row.kind} {row.name} keeps every promise."
    for found in matrix.rounds:
        for name in found.survivors:
            yield f"{found.exercise}: {name} keeps every promise with seed {found.seed}."


def right_answers(matrix: Matrix) -> Iterator[str]:
    """No wheat loses a point, in any seed."""
    for sheet in matrix.sheets:
        for row in sheet.rows:
            if row.kind == "wheat" and row.breaks:
                yield f"{sheet.exercise}: the wheat {row.name} breaks {', '.join(row.breaks)}."
    for found in matrix.rounds:
        for name in found.injured:
            yield f"{found.exercise}: the wheat {name} loses points with seed {found.seed}."


def caught_as_said(matrix: Matrix) -> Iterator[str]:
    """Every chaff is caught by each of the properties that its file names."""
    for sheet in matrix.sheets:
        breaks = {row.name: row.breaks for row in sheet.rows if row.kind == "chaff"}
        for name in sorted(breaks.keys() ^ sheet.caught_by.keys()):
            yield f"{sheet.exercise}: {name} is a chaff or in CAUGHT_BY, but not both."
        for name in sorted(breaks.keys() & sheet.caught_by.keys()):
            for prop in sorted(sheet.caught_by[name].difference(breaks[name])):
                yield f"{sheet.exercise}: {prop} does not catch {name}."
            if not sheet.caught_by[name]:
                yield f"{sheet.exercise}: CAUGHT_BY names no property for {name}."


def needed(matrix: Matrix) -> Iterator[str]:
    """Every property is the only or the first one to catch something, or its file says why it stays."""
    for sheet in matrix.sheets:
        names = [name for name, _ in sheet.properties]
        for name in names:
            if not sheet.only(name) and not sheet.first(name) and name not in sheet.redundant:
                yield f"{sheet.exercise}: others catch all that {name} catches, and before it."
        for name in sheet.redundant:
            if name not in names or sheet.only(name) or sheet.first(name):
                yield f"{sheet.exercise}: {name} is not redundant; REDUNDANT says it is."


def lazy_answers(matrix: Matrix) -> Iterator[str]:
    """Zeros, ones, constants, random numbers and the argument earn a tenth of an exercise at most."""
    for sheet in matrix.sheets:
        possible = sum(points for _, points in sheet.properties)
        for row in sheet.rows:
            if row.kind == "lazy" and possible - row.lost > TENTH * possible:
                yield f"{sheet.exercise}: {row.name} earn {possible - row.lost:g} of {possible:g} points."


CHECKS: tuple[Callable[[Matrix], Iterator[str]], ...] = (
    wrong_answers,
    right_answers,
    caught_as_said,
    needed,
    lazy_answers,
)
"""What must hold; the docstring says it, and what is yielded does not hold."""


def text(matrix: Matrix) -> str:
    """Return the matrix for people: a table of the properties and one of the chaffs for each exercise."""
    return "\n".join(line for sheet in matrix.sheets for line in _lines(sheet))


def _lines(sheet: Sheet) -> Iterator[str]:
    count = {kind: sum(row.kind == kind for row in sheet.rows) for kind in ("wheat", "chaff", "mutant")}
    aside = len(sheet.equivalent) + len(sheet.right_too)
    yield (
        f"{sheet.exercise}: {count['wheat']} wheats, {count['chaff']} chaffs, {count['mutant']} mutants"
        f" and {aside} set aside as right"
    )
    yield ""
    yield "      points  catches  first  only  property"
    for number, (name, points) in enumerate(sheet.properties, start=1):
        caught = sum(name in row.breaks for row in sheet.wrong())
        reason = f"  ({sheet.redundant[name]})" if name in sheet.redundant else ""
        first, only = len(sheet.first(name)), len(sheet.only(name))
        yield f"  {number:>2}  {points:>6g}  {caught:>7}  {first:>5}  {only:>4}  {name}{reason}"
    yield ""
    yield "   costs  " + "".join(f"{number:>3}" for number in range(1, len(sheet.properties) + 1))
    for row in sheet.rows:
        if row.kind in {"chaff", "lazy"}:
            kind = "answers of " if row.kind == "lazy" else ""
            yield f"  {row.lost:>6g}  {_marks(sheet, row)}  {kind}{row.name}"
    yield ""


def _marks(sheet: Sheet, row: Row) -> str:
    """Return a mark for each property: O the only one that breaks, F the first, x another, . keeps."""
    marks = dict.fromkeys(row.breaks, "x")
    if row.breaks:
        marks[row.breaks[0]] = "O" if len(row.breaks) == 1 else "F"
    return "".join(f"  {marks.get(name, '.')}" for name, _ in sheet.properties)


def records(matrix: Matrix) -> Iterator[dict[str, object]]:
    """Yield the matrix for programs: one record for each animal and property."""
    for sheet in matrix.sheets:
        for row in sheet.rows:
            for name, points in sheet.properties:
                yield {
                    "exercise": sheet.exercise,
                    "kind": row.kind,
                    "name": row.name,
                    "lost": row.lost,
                    "property": name,
                    "points": points,
                    "broken": name in row.breaks,
                }
