"""What people see while and after grading: a progress bar, a line a submission, the report."""

from __future__ import annotations

import io
import os
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console

from grader.report.language import translator
from grader.report.runners import disarmed
from grader.report.text import MARKS, PLAIN_MARKS, TextReport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.console import RenderableType

    from grader.course.load import Course
    from grader.judging.grades import Grade, Report

WIDTH = 100  # columns when piped; more than a terminal has is hard to read anyway
NARROWEST = 40  # columns in which a report can be read
PATIENCE = 1.0  # seconds before a progress bar appears


class Screen:
    """The terminal.

    Args:
        course: whose translations are used.
        lang: language of the report.
        verbose: every counterexample, not only the first of an exercise.
        report_on_stdout: the report is for stdout; otherwise a program reads stdout, and people read stderr.
    """

    def __init__(self, course: Course, *, lang: str, verbose: bool, report_on_stdout: bool) -> None:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")  # a cp949 pipe has no tick mark
        self._errors = _console(sys.stderr)
        self._console = _console(sys.stdout) if report_on_stdout else self._errors
        self._text = _text_report(course, self._console.encoding, lang, verbose)

    @contextmanager
    def progress(self, steps: int) -> Iterator[Callable[[], None]]:
        """Yield what to call after each step; shows a bar on a terminal once a second has passed."""
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

        columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        # On the console that the lines go to, if that is a terminal: rich then keeps them apart.
        console = self._console if self._console.is_terminal else self._errors
        bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        task = bar.add_task("", total=steps)
        timer = threading.Timer(PATIENCE, bar.start)
        timer.daemon = True
        timer.start()
        try:
            yield lambda: bar.advance(task)
        finally:
            timer.cancel()
            timer.join()
            bar.stop()

    def notes(self, notes: Iterable[str]) -> None:
        """Print what is to be said before grading."""
        for note in notes:
            self.print(self._text.note(note))

    def line(self, grade: Grade) -> None:
        """Print one submission's line."""
        self.print(self._text.line(grade), soft_wrap=True)

    def show(self, report: Report) -> None:
        """Print the report: whole for one submission, a table for many."""
        if len(report.grades) == 1:
            self.print(self._text.grade(report, report.grades[0]))
        else:
            self.print("")
            self.print(self._text.summary(report, self._console.width))
            for reason in self._text.reasons(report):
                self.print(reason, soft_wrap=True)
            self.print(self._text.confinement(report))

    def print(self, what: RenderableType, *, soft_wrap: bool = False) -> None:
        """Print to a terminal as it is, to a pipe without the blanks that pad rich's lines."""
        # Not what rich takes for one: runners ask for colours by FORCE_COLOR, and obey what they log.
        if getattr(self._console.file, "isatty", lambda: False)():
            self._console.print(what, soft_wrap=soft_wrap)
            return
        with self._console.capture() as captured:
            self._console.print(what, soft_wrap=soft_wrap)
        self._console.file.write(unpadded(captured.get()))


def plain(report: Report, course: Course, *, lang: str, verbose: bool) -> str:
    """Return the text report as it is written to a file: every submission whole, without colour."""
    sink = io.StringIO()
    console = Console(file=sink, width=WIDTH, highlight=False, no_color=True)
    text = _text_report(course, "utf-8", lang, verbose)
    for grade in report.grades:
        console.print(text.grade(report, grade))
        console.print()
    return unpadded(sink.getvalue())


def unpadded(text: str) -> str:
    """Return the text without blanks at the ends of its lines, and without commands to a runner."""
    return disarmed("".join(line.rstrip() + "\n" for line in text.splitlines()))


def _console(stream: io.TextIOBase | object) -> Console:
    asked = os.environ.get("COLUMNS", "")
    width = int(asked) if asked.isdigit() and int(asked) >= NARROWEST else WIDTH
    terminal = getattr(stream, "isatty", lambda: False)()
    return Console(file=stream, highlight=False, width=None if terminal else width)  # type: ignore[arg-type]


def _text_report(course: Course, encoding: str, lang: str, verbose: bool) -> TextReport:
    unicode = encoding.lower().startswith("utf")
    marks, cross = (MARKS, "✘") if unicode else (PLAIN_MARKS, "xx")
    return TextReport(
        translator(lang, course.locale), marks=marks, cross=cross, axes=course.suite.axes, verbose=verbose
    )
