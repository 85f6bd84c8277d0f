"""The nouns of a course. Frozen values: no I/O, no Hypothesis, no process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import inspect
    from collections.abc import Callable


Recipe = dict[str, Any]
"""What a strategy draws: plain numbers and words, small enough to keep as JSON."""

Arguments = dict[str, Any]
"""What a recipe builds: the arguments of one call, by name."""


class Form(Protocol):
    """What an answer, or a part of one, has to be."""

    def conform(self, answer: object, name: str) -> Any:
        """Return the answer as the property will see it.

        Raises:
            BadAnswer: the answer is of another form; the message names the part by ``name``.
        """


@dataclass(frozen=True, slots=True)
class Inputs:
    """Where the cases of an exercise come from.

    Attributes:
        draw: a Hypothesis composite function: takes ``draw``, returns a recipe.
        build: takes a recipe's entries by name, returns the arguments of the call.
        pinned: recipes that every student answers whatever the seed.
        instead: entries of a recipe. A promise that breaks in the cases as drawn is kept all the same if it
            holds in all of them with these entries: for a corner that the easiest cases lie in, such as
            pad = 0. The corner needs a property of its own, with cases that have no ``instead``.
    """

    draw: Callable[..., Recipe]
    build: Callable[..., Arguments]
    pinned: tuple[Recipe, ...] = ()
    instead: Recipe = field(default_factory=dict, hash=False)

    @property
    def key(self) -> str:
        """The name under which its cases are kept: module and function."""
        return f"{self.draw.__module__}.{self.draw.__qualname__}"


@dataclass(frozen=True, slots=True)
class Case:
    """One kept question: a recipe and the arguments that it builds.

    Attributes:
        number: its place among the cases of the same inputs and seed; names its random numbers.
    """

    number: int
    recipe: Recipe
    arguments: Arguments


@dataclass(frozen=True, slots=True)
class Property:
    """One promise that a right function keeps, and the points for keeping it.

    Attributes:
        name: unique in its exercise, a Python name.
        promise: the sentence that the student reads.
        hint: what to look at when the promise is broken.
        points: for keeping it in every case.
        check: called with the function under test and one case; raises Mismatch.
        inputs: where its cases come from.
        where: the author's file and line, for messages to the author.
        contract: whether the framework added it, see ``contracts``; few of its cases are asked.
    """

    name: str
    promise: str
    hint: str
    points: float
    check: Callable[..., None]
    inputs: Inputs
    where: str
    contract: bool = False


@dataclass(frozen=True, slots=True)
class Mistake:
    """A known wrong formula: what a failed function may turn out to compute."""

    name: str
    message: str
    formula: Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Exercise:
    """One function that a student writes.

    Attributes:
        name: the function's name.
        title: a few words, for tables.
        signature: the stub's, with the types of the arguments.
        form: what the return annotation promises of the answer.
        needs: the names of exercises that it may call.
        oracle: what is answered for it where a student's other function needs it and theirs is not right;
            None if nobody does.
    """

    name: str
    title: str
    signature: inspect.Signature
    form: Form
    properties: tuple[Property, ...]
    mistakes: tuple[Mistake, ...] = ()
    needs: tuple[str, ...] = ()
    where: str = ""
    oracle: Callable[..., Any] | None = None

    @property
    def possible(self) -> float:
        """The points of all its properties."""
        return sum(prop.points for prop in self.properties)


@dataclass(frozen=True, slots=True)
class Suite:
    """A course: its exercises in the order in which they are taught.

    Attributes:
        name: the package's name, and the name of its folder in ``assignments/``.
        digest: SHA-256 of the package's Python files, for the receipt.
        course: all of its exercises, where only some are to be graded: these may need the others as parts.
    """

    name: str
    title: str
    exercises: tuple[Exercise, ...]
    digest: str
    course: tuple[Exercise, ...] = ()

    @property
    def possible(self) -> float:
        """The points of all its exercises."""
        return sum(exercise.possible for exercise in self.exercises)
