"""The whole, as a line: discover > load > run > judge > report. This module is its middle."""

from __future__ import annotations

import dataclasses
import hashlib
import platform
import traceback
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import numpy as np

from grader import __version__
from grader.course.model import needed
from grader.errors import CallError, SuiteError, WireError
from grader.judging import retry
from grader.judging.diagnose import diagnose
from grader.judging.grades import NOT_DEFINED, ExerciseGrade, Feedback, Grade, Receipt, Report, Verdict
from grader.judging.judge import AUTHORS, OURS, judge
from grader.judging.oracles import oracle_fault
from grader.judging.reference import WithReference
from grader.run import Budget, Finding, Reading, Student, read
from grader.words import say, translatable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from grader.course.cases import Kept
    from grader.course.model import Exercise, Suite
    from grader.discover.submission import Submission
    from grader.errors import Status
    from grader.judging.retry import Outcome, Try
    from grader.levels import Level
    from grader.sandbox import Lender, Limits

__all__ = ["Grader", "report"]

FLAG = translatable("{name} keeps every promise but differs from the reference: a person should look at it.")


class Grader:
    """Grades submissions, one at a time; threads may share it.

    Args:
        suite: the course, or as much of it as is to be graded.
        kept: its cases.
        seed: which of them.
        warm: where workers come from.
        limits: what a worker may use.
        reference: the files of the reference, to answer every question too; see ``judging.reference``.
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
        self.whole = suite.whole or suite.exercises
        self._oracles: dict[str, SuiteError | None] = {}

    def prepare(self) -> None:
        """Have every case at hand before the first submission, so that threads only read them."""
        for graded in self.suite.exercises:
            for exercise in (*needed(graded, self.whole), graded):
                for inputs in exercise.inputs:
                    for instead in (False, True) if inputs.instead else (False,):
                        with suppress(SuiteError):  # its property will be ungraded, and say why
                            self.kept.cases(inputs, self.seed, instead=instead)

    def grade(self, submission: Submission, done: Callable[[], None] = lambda: None) -> Grade:
        """Grade one submission; a fault of ours makes what it touches ungraded, and nothing else.

        Args:
            submission: whose files to grade.
            done: called after each exercise.
        """
        exercises: tuple[ExerciseGrade, ...]
        try:
            reading = read(submission, [e.name for e in self.whole], self.warm, self.limits)
            notes = (*submission.notes, *reading.troubles)
            grading = _Grading(self, reading)
            grades = (_counted(grading.grade(e), done) for e in self.suite.exercises)
            exercises = tuple(_unless_unfit(grade, submission.unfit) for grade in grades)
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
        return Grade.of(
            self.suite,
            exercises,
            submission=submission.name,
            digest=digest(submission),
            notes=notes,
            owner=submission.owner,
        )

    def attempt(
        self, exercise: Exercise, finding: Finding, made: Try, budget: Budget, *, explain: bool
    ) -> Outcome:
        """Judge a function once; explain what is wrong with it if told to."""
        if made.state:
            finding = dataclasses.replace(finding, slice=finding.with_state)
        student = Student(
            exercise,
            finding,
            self.warm,
            self.limits,
            parts=made.parts,
            modernise=made.modernise,
            budget=budget,
        )
        try:
            with student, self._watched(exercise, student) as function:
                verdicts = judge(exercise, function, self.kept, self.seed, shrinking=explain)
                if fault := self._oracle_fault(student.failed_parts):
                    verdicts = _unless_passed(verdicts, say(AUTHORS, reason=str(fault)))
                found, faults = (
                    diagnose(exercise, student, verdicts, self.kept, self.seed) if explain else (None, ())
                )
                passed = all(verdict.status == "passed" for verdict in verdicts)
                unreached = student.unreached() if passed else ()
                said = (*finding.notes, *retry.notes(made, student.asked, student.modernised()), *faults)
        except Exception as error:  # noqa: BLE001 - a fault of ours
            return _ungraded(exercise, error), False
        if finding.unfinished and not passed:
            said = (finding.unfinished, *said)
        flagged = passed and isinstance(function, WithReference) and function.differs
        grade = ExerciseGrade(exercise, verdicts, found, finding.where, said, flagged)
        grade = dataclasses.replace(grade, printed=student.said, calls=student.calls, unreached=unreached)
        return grade, not student.asked

    def _oracle_fault(self, names: Collection[str]) -> SuiteError | None:
        """Return the fault of the first of these oracles that fails on its own cases, too."""
        for exercise in self.whole:
            if exercise.name in names:
                if exercise.name not in self._oracles:
                    self._oracles[exercise.name] = oracle_fault(exercise, self.kept, self.seed)
                if fault := self._oracles[exercise.name]:
                    return fault
        return None

    @contextmanager
    def _watched(self, exercise: Exercise, student: Student) -> Iterator[Callable[..., Any]]:
        """Call the reference along with the student's function, if there is one."""
        finding = self.reference.functions.get(exercise.name) if self.reference is not None else None
        if finding is None:
            yield student
            return
        with Student(exercise, finding, self.warm, self.limits) as reference:
            yield WithReference(exercise, student, reference)


class _Grading:
    """One submission while it is graded: each exercise once, at its turn or when another one asks for it."""

    def __init__(self, grader: Grader, reading: Reading) -> None:
        self._grader, self._findings = grader, reading.functions
        self._chosen = {exercise.name for exercise in grader.suite.exercises}
        self._grades: dict[str, ExerciseGrade] = {}
        self._begun: set[str] = set()
        self._right: set[str] = set()  # without the course's parts
        self._stuck: set[str] = set()
        self._budget = Budget.of(grader.limits)

    def grade(self, exercise: Exercise) -> ExerciseGrade:
        """Grade an exercise; what is not chosen is not explained."""
        name = exercise.name
        if name not in self._grades:
            self._begun.add(name)
            finding = self._findings[name]
            found = finding.status == "found"
            grade, right = self._best(exercise, finding) if found else (_absent(exercise, finding), False)
            self._right.update([name] if right else [])
            if any(verdict.status in {"timed_out", "crashed"} for verdict in grade.verdicts):
                self._stuck.add(name)
            self._grades[name] = grade
        return self._grades[name]

    def _best(self, exercise: Exercise, finding: Finding) -> Outcome:
        """Return the best of all tries; if the function does not pass, its parts are judged before."""
        budget = self._budget.share()

        def attempt(made: Try, explain: bool) -> Outcome:
            return self._grader.attempt(exercise, finding, made, budget, explain=explain)

        parts = needed(exercise, self._grader.whole)
        first = None
        if any(part.name not in self._begun for part in parts):
            first = attempt(retry.Try(), False)
            for part in parts if first[0].status != "passed" else ():
                if part.name not in self._begun:
                    self.grade(part)
        wrong = [part for part in parts if part.oracle and part.name not in self._right]
        stuck = any(part.name in self._stuck for part in wrong)
        return retry.best(
            attempt,
            wrong,
            stuck=stuck,
            stateful=bool(finding.with_state),
            first=first,
            explain=exercise.name in self._chosen,
        )


def _counted(grade: ExerciseGrade, done: Callable[[], None]) -> ExerciseGrade:
    done()
    return grade


def report(suite: Suite, seed: int, grades: Sequence[Grade], confinement: Level = "process only") -> Report:
    """Put grades together with the receipt of what they were made with."""
    digests = hashlib.sha256("".join(grade.digest for grade in grades).encode())
    return Report(suite, seed, tuple(grades), _receipt(suite, digests.hexdigest(), confinement))


def digest(submission: Submission) -> str:
    """Return the SHA-256 of a submission's files, by name and content."""
    sha = hashlib.sha256()
    for file in submission.files:
        for part in (file.name.encode("utf-8", "surrogateescape"), file.content):
            sha.update(len(part).to_bytes(8, "little") + part)
    return sha.hexdigest()


def _receipt(suite: Suite, submissions: str, confinement: Level) -> Receipt:
    return Receipt(
        grader=__version__,
        suite_digest=suite.digest,
        python=platform.python_version(),
        numpy=np.__version__,
        submission_digest=submissions,
        confinement=confinement,
    )


def _absent(exercise: Exercise, finding: Finding) -> ExerciseGrade:
    """A function that is missing, or is in a cell that does not parse, keeps no promise.

    Which one is meant, or what an unreadable file contains, is for a person to decide.
    """
    statuses: dict[str, Status] = {"missing": "missing", "unclear": "ungraded"}
    status = statuses.get(finding.status, "raised")
    message = finding.message or say(NOT_DEFINED, name=exercise.name)
    return ExerciseGrade(exercise, _all(exercise, status, message), None, finding.where, finding.notes)


def _unless_unfit(grade: ExerciseGrade, unfit: str) -> ExerciseGrade:
    """Return the grade, unless what is missing may be in a file that could not be read."""
    if not unfit or grade.status not in {"missing", "not_implemented"}:
        return grade
    message = say("It may be in a file that could not be read. A person has to look: {unfit}", unfit=unfit)
    return dataclasses.replace(grade, verdicts=_all(grade.exercise, "ungraded", message), diagnosis=None)


def _unless_passed(verdicts: Sequence[Verdict], message: str) -> tuple[Verdict, ...]:
    """Return the verdicts; of what did not pass nobody knows whose fault it was."""
    ungraded = (Verdict(verdict.prop, "ungraded", Feedback(message)) for verdict in verdicts)
    pairs = zip(verdicts, ungraded, strict=True)
    return tuple(verdict if verdict.status == "passed" else unknown for verdict, unknown in pairs)


def _ungraded(exercise: Exercise, error: Exception) -> ExerciseGrade:
    frames = traceback.extract_tb(error.__traceback__)
    place = f" (line {frames[-1].lineno} of {frames[-1].name})" if frames else ""
    message = say(OURS, reason=f"{type(error).__name__}: {error}{place}.")
    return ExerciseGrade(exercise, _all(exercise, "ungraded", message))


def _all(exercise: Exercise, status: Status, message: str) -> tuple[Verdict, ...]:
    return tuple(Verdict(prop, status, Feedback(message)) for prop in exercise.properties)
