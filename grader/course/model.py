"""The nouns of a course. Frozen values: no I/O, no Hypothesis, no process."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from grader.course.factors import check_impossible
from grader.course.recipes import check_functions, check_recipes
from grader.errors import SuiteError

if TYPE_CHECKING:
    import inspect
    from collections.abc import Callable, Collection, Iterable, Sequence

    from grader.course.factors import Factor, Impossible

CASES = 25
"""How many cases are drawn for one Inputs without factors; see docs/design.md for the measurement."""

Recipe = dict[str, Any]
"""What a strategy draws: plain numbers and words, small enough to keep as JSON."""

Arguments = dict[str, Any]
"""What a recipe builds: the arguments of one call, by name."""


Axes = Mapping[int, tuple[int, int]]
"""For arrays of so many axes, two of them."""


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
        draw: takes ``draw``, which turns a Hypothesis strategy into a value, and returns a recipe.
        build: takes a recipe's entries by name, returns the arguments of the call.
        pinned: recipes that every student answers whatever the seed.
        instead: entries of a recipe. A promise that breaks in the cases as drawn is kept all the same if it
            holds in all of them with these entries: for a corner that the easiest cases lie in, such as
            n = 0. The corner needs a property of its own, with cases that have no ``instead``.
        count: how many cases are drawn, besides the pinned ones, if there are no factors.
        factors: what the cases differ in. With factors, as many are drawn as it takes to cover them, and
            ``draw`` draws nothing but choices.
        judged: by what, if an exercise has them as the cases of its definition: they then catch each of its
            mistakes in each pair of levels in which it makes a difference.
        refused: whether a right function refuses these arguments, with an exception. Nobody compares answers
            there: the course's own functions and the known mistakes are not asked.
        ways: how many levels at a time the cases cover: 3, or 2 where a call takes long.
        impossible: which levels of the factors no case can have together.
        numbers: the entry of a recipe that chooses its random numbers, and nothing else. Cases with factors
            are chosen with care for the seed that a course ships; other seeds have them with other numbers.

    Raises:
        SuiteError: one of them is of another type. It has no line; ``load`` adds that of the caller.
    """

    draw: Callable[..., Recipe]
    build: Callable[..., Arguments]
    pinned: tuple[Recipe, ...] = ()
    instead: Recipe = field(default_factory=dict, hash=False)
    count: int = CASES
    factors: tuple[Factor, ...] = ()
    impossible: tuple[Impossible, ...] = field(default=(), hash=False)
    ways: int = 3
    refused: bool = False
    judged: Judged | None = field(default=None, hash=False)
    numbers: str = ""

    def __post_init__(self) -> None:
        check_functions(self.draw, self.build)
        check_recipes(self.pinned, self.instead)
        if type(self.count) is not int or self.count < 1:
            raise SuiteError(f"count is {self.count!r}.", remedy="Write a whole number from 1 on.")
        if self.numbers and not all(self.numbers in recipe for recipe in self.pinned):
            raise SuiteError(f"numbers is {self.numbers!r}.", remedy="Name an entry of every recipe.")
        for wrong in check_impossible(self.factors, self.impossible):
            raise SuiteError(f"{wrong}.", remedy='Write Impossible({"factor": ("level",)}, "why").')

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
        check: called with the function under test and one case; raises Mismatch. What it returns is a mistake
            of its author's, unless it is None.
        inputs: where its cases come from.
        where: the author's file and line, for messages to the author.
        contract: whether the framework added it, see ``contracts``; few of its cases are asked.
        defines: whether it says what every number of an answer is: then it is checked on every call that is
            made for any property of the exercise, too.
        further: takes the function under test once all else was asked; returns more questions.
        required: whether the students' stub lists the promise among what it requires.
    """

    name: str
    promise: str
    hint: str
    points: float
    check: Callable[..., object]
    inputs: Inputs
    where: str
    contract: bool = False
    defines: bool = False
    further: Callable[[Any], Iterable[Arguments]] | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Mistake:
    """A known wrong formula: what a failed function may turn out to compute.

    Attributes:
        name: unique in its exercise, a Python name.
        message: what is wrong, as the student reads it.
        formula: takes the arguments of the exercise. An ArithmeticError, IndexError or ValueError says that
            it has no value for them.
        where: the author's file and line.
    """

    name: str
    message: str
    formula: Callable[..., Any]
    where: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What says whether an answer is right, and answers that are wrong.

    Attributes:
        check: that of the definition.
        form: of an answer.
        mistakes: the wrong formulas of the exercise.
    """

    check: Callable[..., object]
    form: Form
    mistakes: tuple[Mistake, ...]


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
    def inputs(self) -> tuple[Inputs, ...]:
        """Where its cases come from, each once."""
        return tuple({prop.inputs.key: prop.inputs for prop in self.properties}.values())

    @property
    def definition(self) -> Property | None:
        """The property that says what every number of an answer is, if there is one."""
        return next((prop for prop in self.properties if prop.defines), None)

    @property
    def possible(self) -> float:
        """The points of all its properties."""
        return points(prop.points for prop in self.properties)


@dataclass(frozen=True, slots=True)
class Lesson:
    """Exercises that are taught together.

    Attributes:
        name: the folder's name in the course's package, and the stem of its file among the solutions.
        title: a few words, for reports.
        exercises: in the order in which they are taught.
        extra: whether it is extra credit, which has a total of its own.
    """

    name: str
    title: str
    exercises: tuple[Exercise, ...]
    extra: bool = False

    @property
    def possible(self) -> float:
        """The points of all its exercises."""
        return points(exercise.possible for exercise in self.exercises)


@dataclass(frozen=True, slots=True)
class Suite:
    """What a course grades: its lessons in the order in which they are taught.

    Attributes:
        name: the package's name, and the name of its folder in ``assignments/``.
        digest: SHA-256 of the package's code, cases and data, for the receipt.
        axes: of arrays with more axes than two, which two a report shows as rows and columns, by how many
            axes they have; the first two where it says nothing.
        whole: all exercises of the course, where only some are to be graded: they may need the others.
    """

    name: str
    title: str
    lessons: tuple[Lesson, ...]
    digest: str = ""
    axes: Axes = field(default_factory=dict, hash=False)
    whole: tuple[Exercise, ...] = ()

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of all its lessons."""
        return tuple(exercise for lesson in self.lessons for exercise in lesson.exercises)

    @property
    def possible(self) -> float:
        """The points of its core: of all lessons that are not extra credit."""
        return points(lesson.possible for lesson in self.lessons if not lesson.extra)

    @property
    def extra_possible(self) -> float:
        """The points of its extra credit."""
        return points(lesson.possible for lesson in self.lessons if lesson.extra)

    def only(self, names: Collection[str]) -> Suite:
        """Return as much of the course as is named: exercises, or lessons with all of theirs."""
        lessons = []
        for lesson in self.lessons:
            chosen = [each for each in lesson.exercises if {each.name, lesson.name} & {*names}]
            if chosen:
                lessons.append(replace(lesson, exercises=tuple(chosen)))
        return replace(self, lessons=tuple(lessons), whole=self.whole or self.exercises)


def points(parts: Iterable[float]) -> float:
    """Return the sum of points, without the rounding errors of its parts."""
    return round(math.fsum(parts), 9)


def needed(exercise: Exercise, course: Sequence[Exercise]) -> tuple[Exercise, ...]:
    """Return the exercises that one needs, at first or second hand, in the order of the course."""
    known = {each.name: each for each in course}
    names: set[str] = set()
    pending = list(exercise.needs)
    while pending:
        name = pending.pop()
        if name in known and name not in names:
            names.add(name)
            pending += known[name].needs
    return tuple(each for each in course if each.name in names - {exercise.name})
