"""Grades as plain data and back: exercises and properties by their names, sentences with their templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grader.judging.grades import Diagnosis, ExerciseGrade, Feedback, Grade, Verdict
from grader.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grader.course.model import Exercise, Suite
    from grader.errors import Status

__all__ = ["grade_of", "record_of"]


def record_of(grade: Grade) -> dict[str, Any]:
    """Return the grade as dicts, lists, text, numbers and arrays."""
    return {
        "submission": grade.submission,
        "digest": grade.digest,
        "notes": [_said(note) for note in grade.notes],
        "owner": grade.owner,
        "exercises": [_exercise(exercise) for exercise in grade.exercises],
    }


def grade_of(record: Any, suite: Suite) -> Grade | None:
    """Return the grade that a record was made of, or None if it is about other exercises."""
    exercises = {exercise.name: exercise for exercise in suite.exercises}
    try:
        return Grade.of(
            suite,
            [_exercise_of(each, exercises[each["name"]]) for each in record["exercises"]],
            submission=record["submission"],
            digest=record["digest"],
            notes=tuple(_heard(note) for note in record["notes"]),
            owner=record["owner"],
        )
    except (LookupError, TypeError):
        return None


def _exercise(grade: ExerciseGrade) -> dict[str, Any]:
    found = grade.diagnosis
    return {
        "name": grade.exercise.name,
        "verdicts": [_verdict(verdict) for verdict in grade.verdicts],
        "diagnosis": found and [found.mistake, _said(found.message), found.certain],
        "found": _said(grade.found),
        "notes": [_said(note) for note in grade.notes],
        "flagged": grade.flagged,
        "printed": list(grade.printed),
        "calls": grade.calls,
        "unreached": [_said(place) for place in grade.unreached],
    }


def _exercise_of(record: Mapping[str, Any], exercise: Exercise) -> ExerciseGrade:
    properties = {prop.name: prop for prop in exercise.properties}
    found = record["diagnosis"]
    return ExerciseGrade(
        exercise,
        tuple(
            Verdict(properties[name], status, _feedback_of(feedback))
            for name, status, feedback in record["verdicts"]
        ),
        found and Diagnosis(found[0], _heard(found[1]), found[2]),
        _heard(record["found"]),
        tuple(_heard(note) for note in record["notes"]),
        record["flagged"],
        tuple(record["printed"]),
        record["calls"],
        tuple(_heard(place) for place in record["unreached"]),
    )


def _verdict(verdict: Verdict) -> tuple[str, Status, dict[str, Any] | None]:
    return verdict.prop.name, verdict.status, _feedback(verdict.feedback)


def _feedback(feedback: Feedback | None) -> dict[str, Any] | None:
    if feedback is None:
        return None
    return {
        "message": _said(feedback.message),
        "arguments": dict(feedback.arguments),
        "actual": feedback.actual,
        "expected": feedback.expected,
    }


def _feedback_of(record: Mapping[str, Any] | None) -> Feedback | None:
    if record is None:
        return None
    return Feedback(_heard(record["message"]), record["arguments"], record["actual"], record["expected"])


def _said(text: str) -> Any:
    """Return a sentence as its template and values, so that it can be said in any language later."""
    if not isinstance(text, Sentence):
        return str(text)
    values = {name: _said(v) if isinstance(v, str) else str(v) for name, v in text.values.items()}
    return {"template": text.template, "values": values}


def _heard(words: Any) -> str:
    if isinstance(words, str):
        return words
    return Sentence(words["template"], {name: _heard(value) for name, value in words["values"].items()})
