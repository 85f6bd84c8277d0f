"""What a function printed is shown to whoever looks for what is wrong."""

import dataclasses
import io

import pytest
from rich.console import Console
from support.reports import failed, passed, report
from support.toy import DOUBLE, TOTAL, only

from grader.judging.grades import Feedback, Grade
from grader.report import json
from grader.report.text import MARKS, TextReport

LINES = ("shape (1, 2)", "[bold]no markup[/bold]")


def shown(exercise):
    printed = [dataclasses.replace(exercise, printed=LINES)]
    grade = Grade.of(only(exercise.exercise), printed, submission="alice", digest="0" * 64)
    sink = io.StringIO()
    text = TextReport(str, marks=MARKS, cross="x")
    Console(file=sink, width=100).print(text.grade(report(grade), grade))
    return sink.getvalue(), json.render(report(grade))


@pytest.mark.parametrize("status", ["failed", "crashed"])
def test_what_is_broken_shows_what_it_printed_as_it_was(status):
    text, told = shown(failed(DOUBLE, Feedback("It differs."), status=status))
    first, second = (text.index(line) for line in LINES)
    assert text.index("It differs.") < text.index("The first lines it printed:") < first < second
    assert '"shape (1, 2)"' in told


def test_what_is_right_needs_no_such_lines():
    text, told = shown(passed(TOTAL))
    assert "printed" not in text
    assert '"shape (1, 2)"' in told
