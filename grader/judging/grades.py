"""What comes out of grading, as frozen values: verdicts, grades, and the report of a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from grader.course.model import points
from grader.words import translatable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from grader.course.model import Exercise, Lesson, Property, Suite
    from grader.errors import Status
    from grader.levels import Level

NOT_DEFINED = translatable("{name} is not defined in these files.")
"""The message for a missing function, if nothing more is known."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """Why a promise is broken, by the smallest case that shows it."""

    message: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    actual: Any = None
    expected: Any = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one property came out. ``points`` is None where it could not be judged."""

    prop: Property
    status: Status
    feedback: Feedback | None = None

    @property
    def points(self) -> float | None:
        """Points earned; None for what could not be judged."""
        if self.status == "ungraded":
            return None
        return self.prop.points if self.status == "passed" else 0.0


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a failed function does wrong.

    Attributes:
        mistake: the name of the known mistake that it computes, or of the property that it breaks.
        message: that in a sentence.
        certain: whether its answers are the mistake's; otherwise only the pattern of promises speaks for it.
    """

    mistake: str
    message: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class ExerciseGrade:
    """How one exercise came out.

    Attributes:
        found: where the function is defined in the student's files; empty if it is not.
        notes: what the reader of the files has to say about it.
        flagged: it keeps all promises, yet the instructor's reference answers differently.
        printed: the first of what it printed while it was called, lines without control characters.
        calls: how many calls it answered; those that are made several in a row are not counted.
        unreached: the lines that none of them reached, as places; known only of a function that passes,
            because another one is not asked everything.
    """

    exercise: Exercise
    verdicts: tuple[Verdict, ...]
    diagnosis: Diagnosis | None = None
    found: str = ""
    notes: tuple[str, ...] = ()
    flagged: bool = False
    printed: tuple[str, ...] = ()
    calls: int = 0
    unreached: tuple[str, ...] = ()

    @property
    def earned(self) -> float | None:
        """Points earned; None as soon as one property could not be judged."""
        return total(verdict.points for verdict in self.verdicts)

    @property
    def status(self) -> Status:
        """One word for the whole: what all unkept promises share, else failed."""
        statuses = {verdict.status for verdict in self.verdicts} - {"passed"}
        if not statuses:
            return "passed"
        if "ungraded" in statuses:
            return "ungraded"
        return statuses.pop() if len(statuses) == 1 else "failed"


@dataclass(frozen=True, slots=True)
class LessonGrade:
    """How the exercises of one lesson came out."""

    lesson: Lesson
    exercises: tuple[ExerciseGrade, ...]

    @property
    def earned(self) -> float | None:
        """Points earned; None as soon as one property could not be judged."""
        return total(exercise.earned for exercise in self.exercises)

    @property
    def possible(self) -> float:
        """Points for full marks."""
        return self.lesson.possible


@dataclass(frozen=True, slots=True)
class Grade:
    """How one submission came out: its core, and separately the extra credit with a total of its own."""

    submission: str
    digest: str
    lessons: tuple[LessonGrade, ...]
    notes: tuple[str, ...] = ()
    owner: str = ""

    @classmethod
    def of(cls, suite: Suite, exercises: Sequence[ExerciseGrade], **rest: Any) -> Self:
        """Make a grade of the grades of a suite's exercises, in any order.

        Args:
            suite: what was graded.
            exercises: one for each exercise of it.
            rest: the other attributes.
        """
        found = {grade.exercise.name: grade for grade in exercises}
        lessons = [
            LessonGrade(lesson, tuple(found[each.name] for each in lesson.exercises))
            for lesson in suite.lessons
        ]
        return cls(lessons=tuple(lessons), **rest)

    @property
    def exercises(self) -> tuple[ExerciseGrade, ...]:
        """The exercises of all lessons."""
        return tuple(exercise for lesson in self.lessons for exercise in lesson.exercises)

    @property
    def core(self) -> tuple[LessonGrade, ...]:
        """The lessons that make up the total."""
        return tuple(grade for grade in self.lessons if not grade.lesson.extra)

    @property
    def extra(self) -> tuple[LessonGrade, ...]:
        """The lessons that are extra credit."""
        return tuple(grade for grade in self.lessons if grade.lesson.extra)

    @property
    def earned(self) -> float | None:
        """Points earned in the core; None as soon as one of its properties could not be judged."""
        return total(grade.earned for grade in self.core)

    @property
    def possible(self) -> float:
        """Points for full marks, without extra credit."""
        return points(grade.possible for grade in self.core)

    @property
    def status(self) -> Status:
        """How its core came out; extra credit decides only where nothing else was chosen."""
        statuses = {each.status for lesson in self.core or self.extra for each in lesson.exercises}
        if "ungraded" in statuses:
            return "ungraded"
        return "passed" if statuses <= {"passed"} else "failed"

    @property
    def extra_earned(self) -> float | None:
        """Points earned as extra credit; None as soon as one of its properties could not be judged."""
        return total(grade.earned for grade in self.extra)

    @property
    def extra_possible(self) -> float:
        """Points that extra credit may add."""
        return points(grade.possible for grade in self.extra)


def total(parts: Iterable[float | None]) -> float | None:
    """The sum, or None where one of them is None: an unknown plus a number is unknown."""
    known = list(parts)
    return None if None in known else points(part for part in known if part is not None)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the grades were made with: equal receipts and seeds mean equal grades."""

    grader: str
    suite_digest: str
    python: str
    numpy: str
    submission_digest: str
    confinement: Level = "process only"  # the least, where nobody has looked


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run of ``grade`` has to say."""

    suite: Suite
    seed: int
    grades: tuple[Grade, ...]
    receipt: Receipt
