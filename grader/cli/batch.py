"""One run of ``grade``: from submissions to a report, with a journal next to the file it is written to."""

from __future__ import annotations

import platform
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grader.batch import Journal
    from grader.cli.screen import Screen
    from grader.course.load import Course
    from grader.course.model import Suite
    from grader.discover.submission import Submission
    from grader.judging.grades import Grade, Report
    from grader.pipeline import Grader
    from grader.run import Reading
    from grader.sandbox import Confinement, Lender, Limits


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked for.

    Attributes:
        course: the course, with as much of its suite as is to be graded.
        seed: which cases.
        jobs: submissions at a time.
        call_seconds: CPU seconds that one call may take.
        reference: the path of the solutions, if they are to answer too.
        weakest: the confinement that a batch may have, see ``cli.doctor``.
        journal: where finished grades are written down, if anywhere.
    """

    course: Course
    seed: int
    jobs: int
    call_seconds: float
    reference: Path | None
    weakest: str | None
    journal: Path | None

    def grade(self, submissions: Sequence[Submission], screen: Screen) -> Report:
        """Grade all of them; what an earlier run wrote to the journal is taken from there."""
        from grader.batch import Journaled, grade_all
        from grader.cli.doctor import check
        from grader.course.cases import Kept
        from grader.pipeline import Grader, report
        from grader.sandbox import Limits, WarmProcesses, hide

        hide()
        kept = Kept(self.course.cases, Path(click.get_app_dir("convgrade")) / "cases")
        limits = Limits(cpu_seconds=self.call_seconds, wall_seconds=4 * self.call_seconds)
        grades: list[Grade] = []
        with ExitStack() as stack:
            warm = stack.enter_context(WarmProcesses())
            step = stack.enter_context(screen.progress(len(submissions) * len(self.course.suite.exercises)))
            confinement = warm.confinement(limits)
            check(confinement, self.weakest, batch=len(submissions) > 1)
            reference = (
                _reference(self.reference, self.course.suite, warm, limits) if self.reference else None
            )
            grader = Grader(self.course.suite, kept, self.seed, warm, limits, reference)
            grader.prepare()
            journal = self._journal(stack, grader, confinement)
            _say_what_is_known(journal, submissions, screen)
            graded = grader if journal is None else Journaled(grader, journal)
            try:
                for grade in grade_all(graded, submissions, self.jobs, step):
                    grades.append(grade)
                    if len(submissions) > 1:
                        screen.line(grade)
            except KeyboardInterrupt:
                _say_how_to_go_on(journal)
                raise
        return report(self.course.suite, self.seed, grades, confinement.level)

    def finish(self) -> None:
        """Forget the journal: the report is written."""
        if self.journal is not None:
            self.journal.unlink(missing_ok=True)

    def _journal(self, stack: ExitStack, grader: Grader, confinement: Confinement) -> Journal | None:
        if self.journal is None:
            return None
        from grader.batch import Journal

        return stack.enter_context(
            Journal(self.journal, self._settings(grader, confinement), self.course.suite)
        )

    def _settings(self, grader: Grader, confinement: Confinement) -> dict[str, Any]:
        """Return what grades depend on besides the submissions."""
        import numpy as np

        reference = grader.reference and {
            name: [finding.where, str(finding.slice)] for name, finding in grader.reference.functions.items()
        }
        return {
            "grader": __version__,
            "suite": [
                self.course.suite.name,
                self.course.suite.digest,
                [e.name for e in self.course.suite.exercises],
            ],
            "seed": self.seed,
            "call_seconds": self.call_seconds,
            "reference": reference,
            "python": platform.python_version(),
            "numpy": np.__version__,
            "confinement": confinement.level,
        }


def _say_what_is_known(journal: Journal | None, submissions: Sequence[Submission], screen: Screen) -> None:
    from grader.words import say

    known = sum(journal.known(submission) is not None for submission in submissions) if journal else 0
    if journal and known:
        text = "{known} of {all} grades are taken from {path}, where an earlier run left them"
        screen.notes([say(text, known=known, all=len(submissions), path=journal.path)])


def _say_how_to_go_on(journal: Journal | None) -> None:
    if journal is not None:
        click.echo(
            f"Finished grades are kept in {journal.path}. Run the same command again to continue.", err=True
        )


def _reference(path: Path, suite: Suite, warm: Lender, limits: Limits) -> Reading:
    """Read the reference; every exercise must be in it."""
    from grader.discover import discover_one
    from grader.errors import UsageError
    from grader.run import read

    found = discover_one(path, suite.name)
    reading = read(found, [exercise.name for exercise in suite.exercises], warm, limits)
    missing = [name for name, finding in reading.functions.items() if finding.status != "found"]
    if missing:
        raise UsageError(f"The reference {path} does not define {', '.join(missing)}.")
    return reading
