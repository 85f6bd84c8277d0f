"""The two tables of the terminal's report: one submission by lesson and exercise, and a class."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Group
from rich.table import Table
from rich.text import Text

from grader.words import Sentence, translatable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from grader.judging.grades import ExerciseGrade, Grade, LessonGrade, Report

__all__ = ["STYLES", "Tables", "Translate", "points"]

Translate = Callable[[str], str]

STYLES = {"passed": "green", "not_implemented": "dim", "missing": "dim", "ungraded": "magenta"}
WRONG = "red"
MARK, GAP = 2, 2  # characters of a mark, and between columns
_WORDS = {
    "passed": "",
    "failed": translatable("{broken} of {all} promises broken"),
    "raised": translatable("raised an error"),
    "timed_out": translatable("timed out (infinite loop?)"),
    "crashed": translatable("crashed its process"),
    "not_implemented": translatable("not written yet"),
    "missing": translatable("not found"),
    "forbidden": translatable("uses something that is not allowed here"),
    "blocked": translatable("blocked"),
    "ungraded": translatable("could not be graded: not your fault"),
}


def points(earned: float | None) -> str:
    """Return points as text, to a hundredth; a question mark where they are not known."""
    return "?" if earned is None else f"{round(earned, 2):g}"


class Tables:
    """Makes the tables of a report.

    Args:
        translate: from an English sentence to one in the reader's language.
        marks: the characters before an exercise, by its status.
        cross: the mark of all other statuses.
    """

    def __init__(self, translate: Translate, marks: dict[str, str], cross: str) -> None:
        self._say, self._marks, self._cross = translate, marks, cross

    def mark(self, status: str) -> str:
        """Return the mark of a status."""
        return self._marks.get(status, self._cross)

    def submission(self, grade: Grade) -> RenderableType:
        """One submission: its exercises by lesson with subtotals, the total, and extra credit if any."""
        names = [cell_len(exercise.exercise.name) for exercise in grade.exercises]
        names += [cell_len(self._say(total)) - MARK - GAP for total in ("Total", "Extra credit")]
        sums = [_of(exercise.earned, exercise.exercise.possible) for exercise in grade.exercises]
        sums += [_of(grade.earned, grade.possible), _of(grade.extra_earned, grade.extra_possible)]
        widths = max(names, default=0), max(map(len, sums))
        parts: list[RenderableType] = []
        for lesson in (*grade.core, *grade.extra):
            subtotal = _of(lesson.earned, lesson.possible)
            parts += [
                _sum(self._say(lesson.lesson.title), subtotal, widths),
                self._table(lesson, widths),
                Text(),
            ]
        if grade.core:
            parts.append(_sum(self._say("Total"), _of(grade.earned, grade.possible), widths))
        if grade.extra:
            extra = _of(grade.extra_earned, grade.extra_possible)
            parts.append(_sum(self._say("Extra credit"), extra, widths))
        return Group(*parts)

    def _table(self, lesson: LessonGrade, widths: tuple[int, int]) -> Table:
        table = Table(box=None, show_header=False, pad_edge=False)
        table.add_column(width=MARK)
        table.add_column(width=widths[0], no_wrap=True)
        table.add_column(width=widths[1], justify="right", no_wrap=True)
        table.add_column(overflow="fold")
        for exercise in lesson.exercises:
            style = STYLES.get(exercise.status, WRONG)
            words = self._words(exercise)
            table.add_row(
                Text(self.mark(exercise.status), style=style),
                Text(exercise.exercise.name, style=style),
                Text(_of(exercise.earned, exercise.exercise.possible)),
                Text.assemble(self._say(exercise.exercise.title), (f" - {words}" if words else "", style)),
            )
        return table

    def _words(self, grade: ExerciseGrade) -> str:
        broken = sum(verdict.status != "passed" for verdict in grade.verdicts)
        return self._say(Sentence(_WORDS[grade.status], {"broken": broken, "all": len(grade.verdicts)}))

    def group(self, report: Report, width: int) -> Table:
        """Many submissions: a row each, and the mean; their exercises, or lessons, if there is room."""
        table = Table(box=None, header_style="bold", pad_edge=False)
        table.add_column(Text(self._say("Submission")), overflow="fold", vertical="bottom")
        extra = any(lesson.extra for lesson in report.suite.lessons)
        for head in ["Points", *(["Extra credit"] if extra else [])]:
            table.add_column(Text(self._say(head)), justify="right", vertical="bottom", no_wrap=True)
        shown = self._columns(report, width)
        for name in shown:
            table.add_column(Text(name.replace("_", "_\n")), justify="right", no_wrap=True)
        for grade in report.grades:
            sums = [grade.earned, *([grade.extra_earned] if extra else [])]
            cells = [Text(points(earned), "bold") for earned in sums]
            table.add_row(Text(grade.submission), *cells, *self._cells(grade, shown))
        known = [grade.earned for grade in report.grades if grade.earned is not None]
        mean = f"{sum(known) / len(known):.1f}" if known else "-"
        table.add_section()
        table.add_row(Text(self._say("Mean"), style="dim"), Text(mean, style="dim"))
        return table

    def _columns(self, report: Report, width: int) -> Sequence[str]:
        """Return the exercises, or else the lessons, that a table of this width has room for."""
        longest = max(cell_len(grade.submission) for grade in report.grades)
        lessons = [lesson.name for lesson in report.suite.lessons]
        for names in ([exercise.name for exercise in report.suite.exercises], lessons):
            widths = (max(len(part) + 1 for part in name.split("_")) + 2 for name in names)
            if longest + len("Submission") + sum(widths) <= width:
                return names
        return ()

    def _cells(self, grade: Grade, names: Sequence[str]) -> list[Text]:
        exercises = {
            exercise.exercise.name: Text(points(exercise.earned), STYLES.get(exercise.status, WRONG))
            for exercise in grade.exercises
        }
        lessons = {lesson.lesson.name: Text(points(lesson.earned)) for lesson in grade.lessons}
        return [(exercises | lessons)[name] for name in names]


def _of(earned: float | None, possible: float) -> str:
    return f"{points(earned)} / {points(possible)}"


def _sum(name: str, earned: str, widths: tuple[int, int]) -> Text:
    """Return the line of a sum, above or below the columns that it sums up where the name leaves room."""
    room = MARK + GAP + widths[0] + GAP + widths[1] - cell_len(name)
    return Text(name + earned.rjust(max(room, GAP + len(earned))), style="bold")
