"""A function that is not there is one line of the table, unless there is more to say."""

import io

import pytest
from rich.console import Console
from support.reports import grade, report

from grader.judging.grades import NOT_DEFINED, Feedback
from grader.report.text import MARKS, TextReport
from grader.words import say

PLAIN = say(NOT_DEFINED, name="double")
NEAR = say(
    "{name} is not defined; did you mean {other} in {where}?", name="double", other="dubble", where="a.py"
)


def shown(*, translate=str, **parts):
    sink = io.StringIO()
    text = TextReport(translate, marks=MARKS, cross="x")
    Console(file=sink, width=100).print(text.grade(report(), grade(status="missing", **parts)))
    return sink.getvalue()


@pytest.mark.parametrize("message", [PLAIN, str(PLAIN)])
def test_a_function_that_is_plainly_missing_is_told_in_the_table_only(message):
    text = shown(feedback=Feedback(message))
    assert "not found" in text
    assert "not defined" not in text


@pytest.mark.parametrize("message", [NEAR, str(NEAR)])
def test_a_near_miss_is_told_whole(message):
    assert "did you mean dubble in a.py?" in shown(feedback=Feedback(message))


def test_a_submissions_notes_are_translated():
    note = say("no notebook (.ipynb) or script (.py) was found")
    text = shown(
        translate=lambda words: "없음" if words == note else str(words),
        feedback=Feedback(PLAIN),
        notes=(note,),
    )
    assert "Note: 없음" in text
