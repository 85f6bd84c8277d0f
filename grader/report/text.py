"""The report that a student reads in the terminal, as rich renderables; printing them is the caller's.

Everything that comes from a student is put in as ``Text``, never as markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.judging.grades import NOT_DEFINED
from grader.levels import MEANINGS
from grader.report.counterexample import counterexample
from grader.report.tables import STYLES, Tables, Translate, points
from grader.words import Sentence, say, translatable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from grader.course.model import Axes
    from grader.judging.grades import ExerciseGrade, Grade, Report, Verdict

__all__ = ["MARKS", "PLAIN_MARKS", "TextReport"]

MARKS = {"passed": "✔", "not_implemented": "·", "missing": "·", "ungraded": "!"}
PLAIN_MARKS = {"passed": "ok", "not_implemented": "..", "missing": "..", "ungraded": "??"}
NOTHING_FOUND = translatable(
    "None of the functions of this course is in the files. For another course, use --course."
)
MOST = 4  # broken promises of an exercise that are told, unless all are asked for


class TextReport:
    """Makes the parts of a report.

    Args:
        translate: from an English sentence to one in the reader's language.
        marks: the characters before a promise; plain ones where the terminal may not have the others.
        cross: the mark of a broken promise.
        axes: which two axes of an array are its rows and columns; see ``Suite``.
        verbose: show the counterexample of every broken promise, not only of each exercise's first, and which
            lines of right functions no call reached.
    """

    def __init__(
        self,
        translate: Translate,
        *,
        marks: dict[str, str],
        cross: str,
        axes: Axes | None = None,
        verbose: bool = False,
    ) -> None:
        self._say, self._cross, self._axes, self._verbose = translate, cross, axes or {}, verbose
        self._tables = Tables(translate, marks, cross)

    def grade(self, report: Report, grade: Grade) -> RenderableType:
        """One submission: its table, then what is broken and why."""
        title = Text.assemble((self._say(report.suite.title), "bold"), "  ", (grade.submission, "dim"))
        parts: list[RenderableType] = [title, Text(), self._tables.submission(grade)]
        parts += [self.note(note) for note in grade.notes]
        if all(_plainly_missing(exercise) for exercise in grade.exercises):
            parts.append(self.note(NOTHING_FOUND))
        once = _one_reason(grade)
        if once:
            parts += [Text(), Text(self._say(once), style=STYLES["ungraded"])]
        for exercise in grade.exercises:
            if once and exercise.status == "ungraded" and not exercise.notes:
                continue
            if (
                exercise.notes
                or (self._verbose and exercise.unreached)
                or (exercise.status not in {"passed", "not_implemented"} and not _plainly_missing(exercise))
            ):
                parts += [Text(), self._exercise(exercise)]
        if report.receipt.confinement != "sealed":
            parts += [Text(), self.confinement(report)]
        return Group(*parts)

    def note(self, note: str) -> Text:
        """One sentence on what was taken in, or left aside."""
        return Text(f"{self._say('Note:')} {self._say(note)}", style="yellow")

    def confinement(self, report: Report) -> Text:
        """How well the submissions were confined, in one line."""
        said = self._say(MEANINGS[report.receipt.confinement])
        return Text(f"{self._say('Confinement:')} {said}", style="dim")

    def line(self, grade: Grade) -> Text:
        """One submission in one line."""
        right = sum(exercise.status == "passed" for exercise in grade.exercises)
        return Text.assemble(
            (f"{self._tables.mark(grade.status):2} ", STYLES.get(grade.status, "red")),
            f"{grade.submission}  ",
            (f"{points(grade.earned)} / {points(grade.possible)}", "bold"),
            (f"  {right} / {len(grade.exercises)} {self._say('exercises right')}", "dim"),
        )

    def reasons(self, report: Report) -> Iterator[Text]:
        """Say in a line each why submissions are not graded, or not in full: the first reason."""
        for grade in report.grades:
            for exercise in grade.exercises:
                if exercise.status == "ungraded":
                    reason = next(iter(self._say(_reason(exercise)).splitlines()), "")
                    yield Text.assemble(f"{grade.submission}: ", (reason, STYLES["ungraded"]))
                    break

    def summary(self, report: Report, width: int) -> Table:
        """Many submissions as a table of at most this width, if it can be so narrow."""
        return self._tables.group(report, width)

    def _exercise(self, grade: ExerciseGrade) -> RenderableType:
        head = Text.assemble((grade.exercise.name, "bold"), f"  {points(grade.earned)} / ")
        head.append(points(grade.exercise.possible))
        if grade.found:
            head.append(f"  {self._say(grade.found)}", style="dim")
        parts: list[RenderableType] = [head]
        notes = (Text(f"{self._say('Note:')} {self._say(note)}", style="yellow") for note in grade.notes)
        parts += [Padding(note, (0, 0, 0, 2)) for note in notes]
        if self._verbose and grade.unreached:
            title = self._say(say("Lines that none of {count} calls reached:", count=grade.calls))
            lines = "\n".join((title, *(f"  {self._say(place)}" for place in grade.unreached)))
            parts.append(Padding(Text(lines, style="dim"), (0, 0, 0, 2)))
        if grade.diagnosis:
            certain = (
                self._say("The mistake:") if grade.diagnosis.certain else self._say("It looks like this:")
            )
            looks = f"{certain} {self._say(grade.diagnosis.message)}"
            parts.append(Padding(Text(looks, "cyan"), (0, 0, 0, 2)))
        broken = [verdict for verdict in grade.verdicts if verdict.status != "passed"]
        if len(broken) == len(grade.verdicts) and len({_cause(verdict) for verdict in broken}) == 1:
            parts.append(Padding(self._feedback(broken[0], detail=True), (0, 0, 0, 2)))
            return Group(*parts, *self._printed(grade))  # one cause for all: saying it once is enough
        shown = broken if self._verbose else broken[:MOST]
        parts += [self._verdict(verdict, detail=self._verbose or not n) for n, verdict in enumerate(shown)]
        if len(broken) > len(shown):
            more = self._say(say("and {count} more; --verbose shows them", count=len(broken) - len(shown)))
            parts.append(Text(f"    {more}", style="dim"))
        return Group(*parts, *self._printed(grade))

    def _printed(self, grade: ExerciseGrade) -> Iterator[RenderableType]:
        """What it printed, if something is wrong: most of it was printed to find out what."""
        if grade.printed and grade.status != "passed":
            lines = "\n".join(
                (self._say("The first lines it printed:"), *(f"  {line}" for line in grade.printed))
            )
            yield Padding(Text(lines, style="dim"), (0, 0, 0, 2))

    def _verdict(self, verdict: Verdict, *, detail: bool) -> RenderableType:
        prop = verdict.prop
        promise = Table.grid(padding=(0, 1), expand=True)
        promise.add_column(width=len(self._cross))
        promise.add_column(ratio=1, overflow="fold")
        promise.add_column(justify="right", no_wrap=True)
        earned = f"{points(verdict.points)} / {points(prop.points)}"
        style = STYLES.get(verdict.status, "red")
        promise.add_row(
            Text(self._tables.mark(verdict.status), style=style), Text(self._say(prop.promise)), earned
        )
        parts = [self._feedback(verdict, detail=detail)]
        if verdict.status != "ungraded":  # then nothing is wrong that a student could look at
            parts.append(Text(f"{self._say('Hint:')} {self._say(prop.hint)}", style="cyan"))
        return Padding(Group(promise, Padding(Group(*parts), (0, 0, 0, 2))), (0, 0, 0, 2))

    def _feedback(self, verdict: Verdict, *, detail: bool) -> RenderableType:
        if verdict.feedback is None:
            return Group()
        message = Text(self._say(verdict.feedback.message), style=STYLES.get(verdict.status, "red"))
        parts = counterexample(verdict.feedback, self._say, self._axes) if detail else ()
        return Group(message, *(Padding(part, (0, 0, 0, 2)) for part in parts))


def _reason(grade: ExerciseGrade) -> str:
    """Return the first reason why an exercise is ungraded."""
    said = (each.feedback.message for each in grade.verdicts if each.status == "ungraded" and each.feedback)
    return next(said, "")


def _one_reason(grade: Grade) -> str:
    """Return why several exercises are ungraded, if it is the same for all that are."""
    reasons = [
        {each.feedback.message if each.feedback else "" for each in exercise.verdicts}
        for exercise in grade.exercises
        if exercise.status == "ungraded"
    ]
    one = set().union(*reasons)
    return one.pop() if len(reasons) > 1 and len(one) == 1 else ""


def _cause(verdict: Verdict) -> str:
    """Name what broke a promise, the same for promises that one fault broke: an error, or a wrong form."""
    feedback = verdict.feedback
    if feedback is None or feedback.expected is not None or feedback.actual is not None:
        return verdict.prop.name
    message = feedback.message
    return message.template if isinstance(message, Sentence) and verdict.status == "failed" else str(message)


def _plainly_missing(grade: ExerciseGrade) -> bool:
    """Say whether the table's "not found" is all there is to say; it is not where a near miss was found."""
    messages = {verdict.feedback.message for verdict in grade.verdicts if verdict.feedback}
    return messages == {say(NOT_DEFINED, name=grade.exercise.name)}
