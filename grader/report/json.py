"""The JSON report, version grade/2, and its schema: both come from the types below.

Without times and without paths of the machine, so that equal grades are equal text. The names in
these types are a promise to whoever reads the reports: they may get company, they do not change.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from grader.errors import Status  # noqa: TC001 - msgspec reads the annotations
from grader.levels import Level  # noqa: TC001
from grader.report.runners import disarmed_json
from grader.report.values import jsonable

if TYPE_CHECKING:
    from grader.judging import grades

__all__ = ["SCHEMA", "render", "schema"]

SCHEMA = "grade/2"


class Feedback(msgspec.Struct, frozen=True):
    """Why a promise is broken, by the smallest case found."""

    message: str
    arguments: dict[str, Any]
    actual: Any
    expected: Any


class Property(msgspec.Struct, frozen=True):
    """One promise. ``points`` is null where it could not be judged."""

    name: str
    status: Status
    points: float | None
    possible: float
    promise: str
    hint: str
    feedback: Feedback | None


class Diagnosis(msgspec.Struct, frozen=True):
    """What the function does wrong.

    ``certain``: its answers are those of the known mistake. Otherwise the pattern of broken promises says so.
    """

    mistake: str
    message: str
    certain: bool


class Exercise(msgspec.Struct, frozen=True):
    """One function. ``earned`` is null where a property could not be judged.

    ``flagged``: it keeps all promises, yet the instructor's reference answers differently.
    ``printed``: the first lines of what it printed.
    ``calls``: how many calls it answered; those that are made several in a row are not counted.
    ``unreached``: the lines that none of them reached; known only of a function that passes.
    """

    name: str
    title: str
    status: Status
    earned: float | None
    possible: float
    found: str
    flagged: bool
    notes: list[str]
    printed: list[str]
    calls: int
    unreached: list[str]
    diagnosis: Diagnosis | None
    properties: list[Property]


class Lesson(msgspec.Struct, frozen=True):
    """One lesson. ``earned`` is null where a property could not be judged.

    ``extra``: whether it is extra credit, which is not in the submission's ``earned`` and ``possible``.
    """

    name: str
    title: str
    extra: bool
    earned: float | None
    possible: float
    exercises: list[Exercise]


class Grade(msgspec.Struct, frozen=True):
    """One submission. ``earned`` is null where something could not be judged.

    ``owner``: the student's id at the learning platform that it came from, if it did.
    """

    submission: str
    owner: str
    digest: str
    earned: float | None
    possible: float
    extra_earned: float | None
    extra_possible: float
    notes: list[str]
    lessons: list[Lesson]


class Receipt(msgspec.Struct, frozen=True):
    """What the grades were made with. ``confinement``: how well the submissions were confined."""

    grader: str
    suite_digest: str
    python: str
    numpy: str
    submission_digest: str
    confinement: Level


class Report(msgspec.Struct, frozen=True):
    """The whole report."""

    schema: Literal["grade/2"]
    suite: str
    seed: int
    grades: list[Grade]
    receipt: Receipt


def render(report: grades.Report) -> str:
    """Return the report as indented JSON, the same text for the same grades."""
    record = Report(
        schema="grade/2",
        suite=report.suite.name,
        seed=report.seed,
        grades=[_grade(grade) for grade in report.grades],
        receipt=_receipt(report.receipt),
    )
    return disarmed_json(msgspec.json.format(msgspec.json.encode(record), indent=2).decode()) + "\n"


def schema() -> str:
    """Return the JSON Schema of the report."""
    return json.dumps(msgspec.json.schema(Report), indent=2, sort_keys=True) + "\n"


def _grade(grade: grades.Grade) -> Grade:
    return Grade(
        submission=grade.submission,
        owner=grade.owner,
        digest=grade.digest,
        earned=grade.earned,
        possible=grade.possible,
        extra_earned=grade.extra_earned,
        extra_possible=grade.extra_possible,
        notes=[str(note) for note in grade.notes],
        lessons=[_lesson(lesson) for lesson in grade.lessons],
    )


def _lesson(grade: grades.LessonGrade) -> Lesson:
    return Lesson(
        name=grade.lesson.name,
        title=grade.lesson.title,
        extra=grade.lesson.extra,
        earned=grade.earned,
        possible=grade.possible,
        exercises=[_exercise(exercise) for exercise in grade.exercises],
    )


def _exercise(grade: grades.ExerciseGrade) -> Exercise:
    return Exercise(
        name=grade.exercise.name,
        title=grade.exercise.title,
        status=grade.status,
        earned=grade.earned,
        possible=grade.exercise.possible,
        found=str(grade.found),
        flagged=grade.flagged,
        notes=[str(note) for note in grade.notes],
        printed=list(grade.printed),
        calls=grade.calls,
        unreached=[str(place) for place in grade.unreached],
        diagnosis=Diagnosis(grade.diagnosis.mistake, str(grade.diagnosis.message), grade.diagnosis.certain)
        if grade.diagnosis
        else None,
        properties=[_property(verdict) for verdict in grade.verdicts],
    )


def _property(verdict: grades.Verdict) -> Property:
    prop, feedback = verdict.prop, verdict.feedback
    return Property(
        name=prop.name,
        status=verdict.status,
        points=verdict.points,
        possible=prop.points,
        promise=prop.promise,
        hint=prop.hint,
        feedback=None
        if feedback is None
        else Feedback(
            message=str(feedback.message),
            arguments=jsonable(dict(feedback.arguments)),
            actual=jsonable(feedback.actual),
            expected=jsonable(feedback.expected),
        ),
    )


def _receipt(receipt: grades.Receipt) -> Receipt:
    return Receipt(
        grader=receipt.grader,
        suite_digest=receipt.suite_digest,
        python=receipt.python,
        numpy=receipt.numpy,
        submission_digest=receipt.submission_digest,
        confinement=receipt.confinement,
    )
