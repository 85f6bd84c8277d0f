"""The report that a student reads in the terminal, as rich renderables; printing them is the caller's.

Everything that comes from a student is put in as ``Text``, never as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.report.arrays import argument, side_by_side

if TYPE_CHECKING:
    from rich.console import RenderableType

    from grader.model import ExerciseGrade, Feedback, Grade, Report, Verdict
    from grader.report.arrays import Cells

__all__ = ["MARKS", "PLAIN_MARKS", "TextReport"]

MARKS = {"passed": "✔", "not_implemented": "·", "missing": "·", "ungraded": "!"}
PLAIN_MARKS = {"passed": "ok", "not_implemented": "..", "missing": "..", "ungraded": "??"}
_STYLES = {"passed": "green", "not_implemented": "dim", "missing": "dim", "ungraded": "magenta"}
_WORDS = {
    "passed": "",
    "failed": "{broken} of {all} promises broken",
    "raised": "stops with an error",
    "timed_out": "does not come to an end",
    "crashed": "takes its process down",
    "not_implemented": "not written yet",
    "missing": "not found",
    "forbidden": "needs a module that is not at hand",
    "blocked": "blocked",
    "ungraded": "could not be graded: not your fault",
}
Translate = Callable[[str], str]


class TextReport:
    """Makes the parts of a report.

    Args:
        translate: from an English sentence to one in the reader's language.
        marks: the characters before a promise; plain ones where the terminal may not have the others.
        cross: the mark of a broken promise.
        verbose: show the counterexample of every broken promise, not only of each exercise's first.
    """

    def __init__(
        self, translate: Translate, *, marks: dict[str, str], cross: str, verbose: bool = False
    ) -> None:
        self._say, self._marks, self._cross, self._verbose = translate, marks, cross, verbose

    def grade(self, report: Report, grade: Grade) -> RenderableType:
        """One submission: its table, then what is broken and why."""
        title = Text.assemble((self._say(report.suite.title), "bold"), "  ", (grade.submission, "dim"))
        parts: list[RenderableType] = [title, Text(), self._table(grade)]
        parts += [Text(f"{self._say('Note:')} {note}", style="yellow") for note in grade.notes]
        for exercise in grade.exercises:
            if exercise.status not in {"passed", "not_implemented"} or exercise.notes:
                parts += [Text(), self._exercise(exercise)]
        return Group(*parts)

    def line(self, grade: Grade) -> Text:
        """One submission in one line."""
        status = self._status(grade)
        line = Text.assemble(
            (f"{self._mark(status):2} ", _STYLES.get(status, "red")),
            f"{grade.submission}  ",
            (f"{self._points(grade.earned)} / {grade.possible:g}", "bold"),
        )
        worst = ", ".join(
            f"{e.exercise.name} {self._words(e)}" for e in grade.exercises if e.status != "passed"
        )
        line.append(f"  {worst}", style="dim")
        line.no_wrap, line.overflow = True, "ellipsis"
        return line

    def summary(self, report: Report) -> Table:
        """Many submissions: a row each, and the mean."""
        table = Table(box=None, header_style="bold", pad_edge=False)
        table.add_column(self._say("Submission"), overflow="fold")
        table.add_column(self._say("Points"), justify="right")
        for exercise in report.suite.exercises:
            table.add_column(exercise.name, justify="right", overflow="fold")
        for grade in report.grades:
            cells = [
                Text(self._points(e.earned), style=_STYLES.get(e.status, "red")) for e in grade.exercises
            ]
            table.add_row(Text(grade.submission), Text(self._points(grade.earned), style="bold"), *cells)
        known = [grade.earned for grade in report.grades if grade.earned is not None]
        mean = f"{sum(known) / len(known):.1f}" if known else "-"
        table.add_section()
        table.add_row(Text(self._say("Mean"), style="dim"), Text(mean, style="dim"))
        return table

    def _table(self, grade: Grade) -> Table:
        table = Table(box=None, show_header=False, pad_edge=False, show_footer=False)
        table.add_column(width=2)
        table.add_column(no_wrap=True)
        table.add_column(justify="right", no_wrap=True)
        table.add_column(overflow="fold")
        for exercise in grade.exercises:
            style = _STYLES.get(exercise.status, "red")
            table.add_row(
                Text(self._mark(exercise.status), style=style),
                Text(exercise.exercise.name, style=style),
                Text(f"{self._points(exercise.earned)} / {exercise.exercise.possible:g}"),
                Text.assemble(self._say(exercise.exercise.title), (self._dash(self._words(exercise)), style)),
            )
        total = Text(f"{self._points(grade.earned)} / {grade.possible:g}", style="bold")
        table.add_row("", Text(self._say("Total"), style="bold"), total, "")
        return table

    def _exercise(self, grade: ExerciseGrade) -> RenderableType:
        head = Text.assemble((grade.exercise.name, "bold"), f"  {self._points(grade.earned)} / ")
        head.append(f"{grade.exercise.possible:g}")
        if grade.found:
            head.append(f"  {grade.found}", style="dim")
        parts: list[RenderableType] = [head]
        parts += [Text(f"  {self._say('Note:')} {self._say(note)}", style="yellow") for note in grade.notes]
        if grade.diagnosis:
            parts.append(
                Text(f"  {self._say('It looks like this:')} {self._say(grade.diagnosis.message)}", "cyan")
            )
        broken = [verdict for verdict in grade.verdicts if verdict.status != "passed"]
        messages = {str(verdict.feedback and verdict.feedback.message) for verdict in broken}
        if len(broken) == len(grade.verdicts) and len(messages) == 1 and broken[0].status != "failed":
            parts.append(self._message(broken[0]))  # one cause for all: saying it once is enough
            return Group(*parts)
        for number, verdict in enumerate(broken):
            parts.append(self._verdict(verdict, detail=self._verbose or number == 0))
        return Group(*parts)

    def _message(self, verdict: Verdict) -> RenderableType:
        message = self._say(verdict.feedback.message) if verdict.feedback else ""
        return Padding(Text(message), (0, 0, 0, 2))

    def _verdict(self, verdict: Verdict, *, detail: bool) -> RenderableType:
        prop = verdict.prop
        style = _STYLES.get(verdict.status, "red")
        promise = Table.grid(padding=(0, 1))
        promise.add_column(width=len(self._cross))
        promise.add_column(ratio=1)
        promise.add_column(justify="right", no_wrap=True)
        points = f"{self._points(verdict.points)} / {prop.points:g}"
        promise.add_row(Text(self._mark(verdict.status), style=style), Text(self._say(prop.promise)), points)
        parts: list[RenderableType] = [promise]
        if verdict.feedback:
            parts.append(Padding(Text(self._say(verdict.feedback.message), style=style), (0, 0, 0, 2)))
            if detail:
                parts += [Padding(part, (0, 0, 0, 4)) for part in self._counterexample(verdict.feedback)]
        parts.append(
            Padding(Text(f"{self._say('Hint:')} {self._say(prop.hint)}", style="cyan"), (0, 0, 0, 2))
        )
        return Padding(Group(*parts), (0, 0, 0, 2))

    def _counterexample(self, feedback: Feedback) -> Iterator[RenderableType]:
        if feedback.arguments:
            table = Table.grid(padding=(0, 2))
            for name, value in feedback.arguments.items():
                table.add_row(Text(name, style="bold"), Text(argument(value)))
            yield table
        both = side_by_side(feedback.actual, feedback.expected)
        if both is not None:
            where, actual, expected = both
            table = Table.grid(padding=(0, 4))
            heads = (self._say("actual"), self._say("expected"))
            table.add_row(*(Text(f"{head}{where}", style="bold") for head in heads))
            table.add_row(self._cells(actual, "red"), self._cells(expected, "green"))
            yield table

    def _cells(self, cells: Cells, style: str) -> Table:
        table = Table.grid(padding=(0, 1))
        for row in cells:
            table.add_row(
                *(Text(text, style=style if mark else "dim", justify="right") for text, mark in row)
            )
        return table

    def _status(self, grade: Grade) -> str:
        statuses = {exercise.status for exercise in grade.exercises} - {"passed"}
        if "ungraded" in statuses:
            return "ungraded"
        return "failed" if statuses else "passed"

    def _mark(self, status: str) -> str:
        return self._marks.get(status, self._cross)

    def _words(self, grade: ExerciseGrade) -> str:
        broken = sum(verdict.status != "passed" for verdict in grade.verdicts)
        return self._say(_WORDS[grade.status]).format(broken=broken, all=len(grade.verdicts))

    @staticmethod
    def _dash(words: str) -> str:
        return f" - {words}" if words else ""

    @staticmethod
    def _points(points: float | None) -> str:
        return "?" if points is None else f"{points:g}"
