"""The whole, as a line: discover > load > run > judge > report. This module is its middle."""

from __future__ import annotations

import hashlib
import platform
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from grader import __version__, retry
from grader.diagnose import diagnose
from grader.errors import CallError, WireError
from grader.judge import judge
from grader.model import NOT_DEFINED, ExerciseGrade, Feedback, Grade, Receipt, Report, Verdict
from grader.run import Finding, Reading, Student, read
from grader.tripwire import Twin
from grader.words import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from grader.cases import Kept
    from grader.errors import Status
    from grader.model import Exercise, Submission, Suite
    from grader.retry import Try
    from grader.sandbox import Lender, Limits

__all__ = ["Grader", "report"]

FLAG = noted("{name} keeps all promises, yet differs from the reference: a person should look at it.")


class Grader:
    """Grades submissions, one at a time; threads may share it.

    Args:
        suite: the course.
        kept: its cases.
        seed: which of them.
        warm: where workers come from.
        limits: what a worker may use.
        reference: the files of the reference, to answer every question too; see ``tripwire``.
    """

    def __init__(
        self,
        suite: Suite,
        kept: Kept,
        seed: int,
        warm: Lender,
        limits: Limits,
        reference: Reading | None = None,
    ) -> None:
        self.suite, self.kept, self.seed, self.warm, self.limits = suite, kept, seed, warm, limits
        self.reference = reference

    def prepare(self) -> None:
        """Have every case at hand before the first submission, so that threads only read them.

        Raises:
            SuiteError: a strategy of the course fails.
        """
        for exercise in self.suite.exercises:
            for prop in exercise.properties:
                self.kept.cases(prop.inputs, self.seed)

    def grade(self, submission: Submission, done: Callable[[], None] = lambda: None) -> Grade:
        """Grade one submission; a fault of ours makes what it touches ungraded, and nothing else.

        Args:
            submission: whose files to grade.
            done: called after each exercise.
        """
        exercises: tuple[ExerciseGrade, ...]
        try:
            reading = read(submission, [e.name for e in self.suite.exercises], self.warm, self.limits)
            notes = (*submission.notes, *reading.troubles)
            right: set[str] = set()
            stuck: set[str] = set()
            exercises = tuple(
                self._exercise(e, reading.functions[e.name], right, stuck, done) for e in self.suite.exercises
            )
            notes += tuple(say(FLAG, name=e.exercise.name) for e in exercises if e.flagged)
        except (CallError, WireError) as error:
            message = say(
                "The files cannot be read: {reason} A person has to look at them.", reason=str(error)
            )
            notes = (*submission.notes, message)
            exercises = tuple(ExerciseGrade(e, _all(e, "ungraded", message)) for e in self.suite.exercises)
        except Exception as error:  # noqa: BLE001 - see above
            notes = submission.notes
            exercises = tuple(_ungraded(exercise, error) for exercise in self.suite.exercises)
        return Grade(submission.name, digest(submission), exercises, notes)

    def _exercise(
        self,
        exercise: Exercise,
        finding: Finding,
        right: set[str],
        stuck: set[str],
        done: Callable[[], None],
    ) -> ExerciseGrade:
        """Grade one exercise; add its name to those ``right`` by themselves, or to those ``stuck``."""
        if finding.status == "found":
            wrong = retry.wrong_parts(exercise, self.suite.exercises, right)
            grade, passes = retry.best(
                lambda made, explain: self._judged(exercise, finding, made, explain=explain),
                wrong,
                stuck=any(part.name in stuck for part in wrong),
            )
            right.update([exercise.name] if passes else [])
            if any(verdict.status in {"timed_out", "crashed"} for verdict in grade.verdicts):
                stuck.add(exercise.name)
        else:
            grade = _absent(exercise, finding)
        done()
        return grade

    def _judged(self, exercise: Exercise, finding: Finding, made: Try, *, explain: bool) -> ExerciseGrade:
        try:
            with (
                Student(
                    exercise, finding, self.warm, self.limits, parts=made.parts, mend=made.mend
                ) as student,
                self._watched(exercise, student) as function,
            ):
                verdicts = judge(exercise, function, self.kept, self.seed, shrinking=explain)
                found = diagnose(exercise, student, verdicts, self.kept, self.seed) if explain else None
                said = (*finding.notes, *retry.notes(made, student.asked, student.mended()))
        except Exception as error:  # noqa: BLE001 - a fault of ours
            return _ungraded(exercise, error)
        passed = all(verdict.status == "passed" for verdict in verdicts)
        flagged = passed and isinstance(function, Twin) and function.differs
        return ExerciseGrade(exercise, verdicts, found, finding.where, said, flagged)

    @contextmanager
    def _watched(self, exercise: Exercise, student: Student) -> Iterator[Callable[..., Any]]:
        """Put the reference beside the student's function, if there is one."""
        if self.reference is None:
            yield student
            return
        with Student(exercise, self.reference.functions[exercise.name], self.warm, self.limits) as reference:
            yield Twin(exercise, student, reference)


def report(suite: Suite, seed: int, grades: Sequence[Grade]) -> Report:
    """Put grades together with the receipt of what they were made with."""
    digests = hashlib.sha256("".join(grade.digest for grade in grades).encode())
    return Report(suite, seed, tuple(grades), _receipt(suite, digests.hexdigest()))


def digest(submission: Submission) -> str:
    """Return the SHA-256 of a submission's files, by name and content."""
    sha = hashlib.sha256()
    for file in submission.files:
        for part in (file.name.encode("utf-8", "surrogateescape"), file.content):
            sha.update(len(part).to_bytes(8, "little") + part)
    return sha.hexdigest()


def _receipt(suite: Suite, submissions: str) -> Receipt:
    return Receipt(
        grader=__version__,
        suite_digest=suite.digest,
        python=platform.python_version(),
        numpy=np.__version__,
        submission_digest=submissions,
    )


def _absent(exercise: Exercise, finding: Finding) -> ExerciseGrade:
    """A function that is not there, or stands in a cell that does not parse, keeps no promise."""
    status: Status = "missing" if finding.status == "missing" else "raised"
    message = finding.message or say(NOT_DEFINED, name=exercise.name)
    return ExerciseGrade(exercise, _all(exercise, status, message), None, finding.where, finding.notes)


def _ungraded(exercise: Exercise, error: Exception) -> ExerciseGrade:
    frames = traceback.extract_tb(error.__traceback__)
    place = f" (line {frames[-1].lineno} of {frames[-1].name})" if frames else ""
    message = say(
        "The grader itself failed: {reason}. This is not the student's fault.",
        reason=f"{type(error).__name__}: {error}{place}",
    )
    return ExerciseGrade(exercise, _all(exercise, "ungraded", message))


def _all(exercise: Exercise, status: Status, message: str) -> tuple[Verdict, ...]:
    return tuple(Verdict(prop, status, Feedback(message)) for prop in exercise.properties)
