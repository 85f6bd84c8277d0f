"""Is the course itself sound? Each check looks at one promise that the course makes to its students.

That every property has a promise, a hint and points, and every exercise a form, is checked while
the suite is loaded; what is here needs the lessons, a worker or both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grader.audit.trivial import ARGUMENT, ONES, ZEROS, trivial
from grader.audit.writing import lessons, mistakes, oracles, sentences
from grader.course.cases import check_arguments, stale
from grader.errors import SuiteError, UsageError
from grader.judging.judge import judge
from grader.lessons.release import release
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


def audit(course: Audit, checks: Sequence[Check] | None = None) -> Iterator[tuple[str, list[str]]]:
    """Run the checks, or some of them; yield each promise and what the author has to fix, if anything."""
    for check in CHECKS if checks is None else checks:
        promise = " ".join((check.__doc__ or "").split())
        try:
            yield promise, list(check(course))
        except (SuiteError, UsageError) as error:
            yield promise, [str(error)]


def before_release() -> tuple[Check, ...]:
    """Return the checks that do not look at the stubs, which a release has yet to write."""
    return tuple(check for check in CHECKS if check not in {no_marks, in_step})


def titles(course: Audit) -> Iterator[str]:
    """Every exercise has a title, and its stub's arguments are those of its cases."""
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
                yield f"{exercise.exercise.name}.{verdict.prop.name} is {verdict.status}: {message}"
    yield from _notes(grade)


def no_marks(course: Audit) -> Iterator[str]:
    """The untouched stubs get none, and say that they are not written yet."""
    grade = course.grader.grade(course.only(course.assignments))
    for exercise in grade.exercises:
        if exercise.status != "not_implemented":
            yield f"{exercise.exercise.name} is {exercise.status} in the stubs: {exercise.earned} points."
    yield from _notes(grade)


def in_step(course: Audit) -> Iterator[str]:
    """The stubs are what a release makes of the solutions, and nothing of a solution is in them."""
    for path in release(course.solutions, course.assignments, check=True):
        yield f"{path} is out of date with its lesson: run grader release."


def kept_cases(course: Audit) -> Iterator[str]:
    """The cases that the course ships are those that its strategies draw."""
    for name in stale(course.package / "cases", course.grader.suite.exercises, 0):
        yield f"The shipped cases of {name} are not those that its strategies draw: run grader keep."


def trivial_answers(course: Audit) -> Iterator[str]:
    """No property gives points to an answer of zeros, of ones, or to the argument handed back."""
    names = [exercise.name for exercise in course.grader.suite.exercises]
    grader = course.grader
    reading = read(course.only(course.solutions), names, grader.warm, grader.limits)
    for exercise in grader.suite.exercises:
        finding = reading.functions[exercise.name]
        if finding.status != "found":
            yield f"{exercise.name}: {finding.message}"
            continue
        with Student(exercise, finding, grader.warm, grader.limits) as reference:
            for name, function in trivial(reference, random=False):
                if name in {ZEROS, ONES, ARGUMENT}:
                    yield from _earns(exercise, name, function, grader)


def _earns(exercise: Exercise, name: str, function: Callable[..., Any], grader: Grader) -> Iterator[str]:
    for verdict in judge(exercise, function, grader.kept, grader.seed, shrinking=False):
        if verdict.status == "passed":
            yield f"{verdict.prop.where}: {exercise.name}.{verdict.prop.name} also holds for {name}."
        if verdict.status == "ungraded" and verdict.feedback:
            yield f"{verdict.feedback.message} It was given {name}."


def _notes(grade: Grade) -> Iterator[str]:
    yield from grade.notes
    for exercise in grade.exercises:
        yield from (f"{exercise.exercise.name}: {note}" for note in exercise.notes)


CHECKS: tuple[Check, ...] = (
    titles,
    sentences,
    lessons,
    full_marks,
    no_marks,
    in_step,
    kept_cases,
    mistakes,
    oracles,
    trivial_answers,
)
"""What must hold; the docstring says it, and what is yielded does not hold."""
