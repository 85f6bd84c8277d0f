"""The kill matrix: which property catches which wrong answer, and what that says about the course.

Values and what follows from them; ``exercise`` makes them, by judging implementations, ``tables`` shows them.
A *chaff* is a wrong answer and a *mutant* one made by machine, a *wheat* is a right answer. A property *is
first* for a wrong answer if it is the first one of its exercise that breaks, and *the only one* if no other
breaks. A chaff *is named* if it is said which mistake its diagnosis must name: by what it is called, or in
``NAMED``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Diagnoses", "Matrix", "Round", "Row", "Sheet"]


@dataclass(frozen=True, slots=True)
class Row:
    """How one implementation came out: the properties that it breaks, in order, and what they cost.

    Attributes:
        kind: wheat, chaff, mutant, or trivial for an answer that knows nothing but its form.
        named: the mistake that the diagnosis names for sure, if any; only wheats and chaffs are diagnosed.
        looks_like: the promise that it names in weaker words, if it names no mistake.
        reason: what the first broken promise says, for an author who wonders.
    """

    kind: str
    name: str
    breaks: tuple[str, ...]
    lost: float
    named: str = ""
    looks_like: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Diagnoses:
    """How many chaffs and wheats are diagnosed as what.

    Attributes:
        named: chaffs whose file says which mistake must be named.
        right: of these, those that get that name.
        another: of these, those that get the name of another mistake.
        weaker: of these, those that get no name, only what it looks like.
        unnamed: the other chaffs.
        misnamed: of these, those that get the name of a mistake all the same.
        wheats: right answers.
        wheats_diagnosed: of these, those that get a name or a weaker word.
    """

    named: int = 0
    right: int = 0
    another: int = 0
    weaker: int = 0
    unnamed: int = 0
    misnamed: int = 0
    wheats: int = 0
    wheats_diagnosed: int = 0

    def __add__(self, other: Diagnoses) -> Diagnoses:
        return Diagnoses(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))

    @property
    def nothing(self) -> int:
        """The named chaffs of which nothing is said."""
        return self.named - self.right - self.another - self.weaker

    @property
    def share(self) -> float | None:
        """The share of right names, from 0 to 1; a name that should not be there counts as a wrong one."""
        of = self.named + self.misnamed
        return self.right / of if of else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One exercise, judged in whole on one seed.

    Attributes:
        properties: their names and points.
        rows: every implementation but the mutants that are set aside.
        equivalent: mutants that answer as the reference does, on every case of other seeds too.
        right_too: mutants that answer otherwise and are right all the same, with the reason.
        pinned: chaffs and mutants that a pinned case catches, whatever the seed and the number of cases.
        caught_by, redundant, named: see ``implementations.Collection``.
        mistakes: those that the exercise lists, in the order in which the diagnosis tries them.
        definition: the property that says what every number is, if there is one.
        not_right: changes that RIGHT_TOO excuses and no surviving mutant has.
    """

    exercise: str
    properties: tuple[tuple[str, float], ...]
    rows: tuple[Row, ...]
    equivalent: tuple[str, ...]
    right_too: dict[str, str]
    pinned: tuple[str, ...]
    caught_by: dict[str, frozenset[str]]
    redundant: dict[str, str]
    mistakes: tuple[str, ...] = ()
    named: dict[str, str] = field(default_factory=dict)
    not_right: tuple[str, ...] = ()
    definition: str = ""

    def wrong(self) -> tuple[Row, ...]:
        """The chaffs and the mutants."""
        return tuple(row for row in self.rows if row.kind in {"chaff", "mutant"})

    def only(self, prop: str) -> list[str]:
        """Name the wrong answers that no other property catches."""
        return [row.name for row in self.wrong() if row.breaks == (prop,)]

    def first(self, prop: str) -> list[str]:
        """Name the wrong answers that no earlier property catches."""
        return [row.name for row in self.wrong() if row.breaks[:1] == (prop,)]

    def must_name(self, row: Row) -> str:
        """Return the mistake that a chaff must be diagnosed as; empty for what has none."""
        if row.kind != "chaff":
            return ""
        return self.named.get(row.name, row.name if row.name in self.mistakes else "")

    def diagnoses(self) -> Diagnoses:
        """Count how the chaffs and the wheats are diagnosed."""
        chaffs = [(self.must_name(row), row) for row in self.rows if row.kind == "chaff"]
        named = [(must, row) for must, row in chaffs if must]
        wheats = [row for row in self.rows if row.kind == "wheat"]
        return Diagnoses(
            named=len(named),
            right=sum(row.named == must for must, row in named),
            another=sum(row.named not in {"", must} for must, row in named),
            weaker=sum(bool(row.looks_like) for _, row in named),
            unnamed=len(chaffs) - len(named),
            misnamed=sum(bool(row.named) for must, row in chaffs if not must),
            wheats=len(wheats),
            wheats_diagnosed=sum(bool(row.named or row.looks_like) for row in wheats),
        )

    def wrong_names(self) -> Iterator[str]:
        """Name every chaff that is not diagnosed as it must be, and the diagnosis that it gets."""
        for row in self.rows:
            must = self.must_name(row)
            if row.kind == "chaff" and row.named != must:
                said = f"named {row.named}" if row.named else "not named"
                should = f"should be {must}" if must else "has no name"
                yield f"{self.exercise}: {row.name} is {said}, and {should}."


@dataclass(frozen=True, slots=True)
class Round:
    """One exercise on one more seed, as far as is needed to see which ones come out wrong.

    Attributes:
        survivors: chaffs and mutants that keep every promise.
        rejected: wheats that break one.
    """

    exercise: str
    seed: int
    survivors: tuple[str, ...]
    rejected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mutants:
    """The mutants of all right implementations of one exercise.

    Attributes:
        count: how many there are.
        equivalent: how many of these keep every promise and are right, as far as anybody can see.
        survivors: those that keep every promise and are wrong.
    """

    exercise: str
    count: int
    equivalent: int
    survivors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A course, and how its implementations came out.

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

    def diagnoses(self) -> Diagnoses:
        """Count how the chaffs and the wheats of all exercises are diagnosed."""
        return sum((sheet.diagnoses() for sheet in self.sheets), Diagnoses())
