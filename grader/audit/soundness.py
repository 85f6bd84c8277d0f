"""Is the course itself sound? Each check looks at one promise that the course makes to its students.

That every property has a promise, a hint and points, and every exercise a form, is checked while
the suite is loaded; what is here needs the lessons, a worker or both.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from grader.audit.coverage import covered
from grader.audit.solutions import calls, implementations, lessons
from grader.audit.trivial import ARGUMENT, ONES, ZEROS, misshapen, trivial
from grader.audit.writing import mistakes, oracles, sentences
from grader.course.cases import check_arguments, stale
from grader.errors import CallError, SuiteError, UsageError, WireError
from grader.judging.judge import judge
from grader.lessons.release import release
from grader.lessons.requirements import requirements
from grader.run import Student, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeAlias

    from grader.audit.audited import Audit
    from grader.course.model import Exercise
    from grader.judging.grades import Grade
    from grader.pipeline import Grader

    Check: TypeAlias = Callable[["Audit"], Iterator[str]]

__all__ = ["CHECKS", "audit", "before_release"]


def audit(course: Audit, checks: Sequence[Check] | None = None) -> Iterator[tuple[str, list[str], bool]]:
    """Run the checks, or some of them; yield each promise, what the author has to fix, and whether it holds.

    One cause breaks many promises: what names a cause that was yielded before is left out.
    """
    causes: list[str] = []
    for check in CHECKS if checks is None else checks:
        promise = " ".join((check.__doc__ or "").split())
        found = list(_findings(check, course))
        new = []
        for finding in found:
            if not any(cause in finding for cause in causes):
                new.append(finding)
                causes.append(finding)
        yield promise, new, not found


def _findings(check: Check, course: Audit) -> Iterator[str]:
    try:
        yield from check(course)
    except (SuiteError, UsageError, CallError, WireError) as error:
        yield str(error)


def before_release() -> tuple[Check, ...]:
    """Return the checks that do not look at the stubs, which a release has yet to write."""
    return tuple(check for check in CHECKS if check not in {no_marks, in_step})


def titles(course: Audit) -> Iterator[str]:
    """Every exercise has a title, and its cases fit the arguments of its stub."""
    for exercise in course.grader.suite.exercises:
        if not exercise.title.strip():
            yield f"{exercise.where}: {exercise.name} has no title."
        for inputs in exercise.inputs:
            try:
                for case in course.grader.kept.cases(inputs, course.grader.seed):
                    check_arguments(exercise, inputs, case.arguments)
            except SuiteError as error:
                yield str(error)


def full_marks(course: Audit) -> Iterator[str]:
    """The solutions get full marks."""
    grade = course.grader.grade(course.only(course.solutions))
    for exercise in grade.exercises:
        for verdict in exercise.verdicts:
            if verdict.status != "passed":
                message = verdict.feedback.message if verdict.feedback else ""
                yield f"{exercise.exercise.name}, {verdict.prop.name} ({verdict.status}): {message}"
    yield from _notes(grade)


def no_marks(course: Audit) -> Iterator[str]:
    """Untouched stubs get no marks, and are reported as not written yet."""
    grade = course.grader.grade(course.only(course.assignments))
    for exercise in grade.exercises:
        if exercise.status == "ungraded":
            yield next(verdict.feedback.message for verdict in exercise.verdicts if verdict.feedback)
        elif exercise.status != "not_implemented":
            name, earned = exercise.exercise.name, exercise.earned
            yield f"The stub of {name} has the status {exercise.status} and {earned:g} points."
    yield from _notes(grade)


def in_step(course: Audit) -> Iterator[str]:
    """The stubs are up to date with the solutions, and no line of a solution is in them."""
    requires = requirements(course.grader.suite)
    for path in release(course.solutions, course.assignments, check=True, requires=requires):
        yield f"{path} is out of date with its lesson: run grader release."


def kept_cases(course: Audit) -> Iterator[str]:
    """The stored cases are those that the strategies draw."""
    for name in stale(course.package / "cases", course.grader.suite.exercises, 0):
        yield f"The stored cases of {name} are out of date: run grader keep."


def trivial_answers(course: Audit) -> Iterator[str]:
    """No property gives points for zeros, for ones, or for the first argument returned unchanged."""
    for exercise, reference in _references(course):
        for name, function in trivial(reference, random=False):
            if name in {ZEROS, ONES, ARGUMENT}:
                yield from _earns(exercise, name, function, course.grader)


def _earns(exercise: Exercise, name: str, function: Callable[..., Any], grader: Grader) -> Iterator[str]:
    for verdict in judge(exercise, function, grader.kept, grader.seed, shrinking=False):
        # That an argument comes back is not always to be seen: a number may be the one or the other.
        if verdict.status == "passed" and not (verdict.prop.contract and name == ARGUMENT):
            yield f"{verdict.prop.where}: {exercise.name}.{verdict.prop.name} also holds for {name}."
        if verdict.status == "ungraded" and verdict.feedback:
            yield f"{verdict.feedback.message} This was while judging an answer of {name}."


def shapes(course: Audit) -> Iterator[str]:
    """No property fails with an error when an answer has another shape."""
    grader = course.grader
    for exercise, reference in _references(course):
        own = replace(exercise, properties=tuple(prop for prop in exercise.properties if not prop.contract))
        case = grader.kept.cases(own.properties[0].inputs, grader.seed)[0]
        try:
            answer = reference(*case.arguments.values())
        except CallError:
            continue  # it has no full marks, which says why
        for name, function in misshapen(reference, answer):
            for verdict in judge(own, function, grader.kept, grader.seed, shrinking=False):
                if verdict.status == "ungraded" and verdict.feedback:
                    remedy = "Check the shape first: shape(answer, (...))."
                    yield f"{verdict.feedback.message} This was while judging {name}. {remedy}"


def _references(course: Audit) -> Iterator[tuple[Exercise, Student]]:
    """Lend each exercise's solution as a function, in a worker."""
    grader = course.grader
    names = [exercise.name for exercise in grader.suite.exercises]
    reading = read(course.only(course.solutions), names, grader.warm, grader.limits)
    for exercise in grader.suite.exercises:
        finding = reading.functions[exercise.name]
        if finding.status == "found":  # what is not found has no full marks
            with Student(exercise, finding, grader.warm, grader.limits) as reference:
                yield exercise, reference


def _notes(grade: Grade) -> Iterator[str]:
    yield from grade.notes
    for exercise in grade.exercises:
        yield from (f"{exercise.exercise.name}: {note}" for note in exercise.notes)


CHECKS: tuple[Check, ...] = (
    titles,
    sentences,
    lessons,
    calls,
    implementations,
    full_marks,
    no_marks,
    in_step,
    kept_cases,
    covered,
    mistakes,
    oracles,
    trivial_answers,
    shapes,
)
"""What must hold; the docstring says it, and what is yielded does not hold."""
