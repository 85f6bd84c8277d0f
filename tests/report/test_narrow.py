"""In a narrow terminal nothing is lost: no word of a wide script, and no number."""

import io

import numpy as np
import pytest
from rich.console import Console
from support.reports import grade, report
from support.toy import only

from grader.course.load import load
from grader.judging.grades import Diagnosis, ExerciseGrade, Feedback, Grade, Verdict
from grader.report.language import translator
from grader.report.text import MARKS, TextReport

COURSE = load()
KO = translator("ko", COURSE.locale)
WIDE = 400
NUMBERS = np.arange(-28.0, 0).reshape(7, 4) / 8 - 1000


def broken(exercise):
    arguments = {"A_prev": NUMBERS.reshape(1, 7, 4, 1), "W": np.ones((1, 1, 1, 1)), "pad": 2}
    feedback = Feedback("It differs.", arguments=arguments, actual=NUMBERS, expected=NUMBERS * 2)
    verdicts = tuple(Verdict(prop, "failed", feedback) for prop in exercise.properties)
    return ExerciseGrade(exercise, verdicts, Diagnosis("x", exercise.title))


def shown(width, exercises):
    sink = io.StringIO()
    text = TextReport(KO, marks=MARKS, cross="✘", verbose=True)
    submission = Grade.of(only(*exercises), list(map(broken, exercises)), submission="학생", digest="0" * 64)
    Console(file=sink, width=width, highlight=False).print(text.grade(report(grade()), submission))
    return sink.getvalue()


@pytest.mark.parametrize("width", [80, 60, 40])
@pytest.mark.parametrize("exercise", COURSE.suite.exercises, ids=lambda exercise: exercise.name)
def test_no_character_of_korean_is_lost(exercise, width):
    narrow, whole = shown(width, [exercise]), shown(WIDE, [exercise])
    assert "…" not in narrow
    assert sorted(_characters(narrow)) == sorted(_characters(whole))


def _characters(text):
    return (character for character in text if not character.isspace())


@pytest.mark.parametrize("width", [80, 60])
def test_a_row_of_numbers_stays_a_row(width):
    lines = [" ".join(line.split()) for line in shown(width, COURSE.suite.exercises[:1]).splitlines()]
    for row in (*NUMBERS, *(NUMBERS * 2)):
        numbers = " ".join(f"{value:.6g}" for value in row)
        assert any(numbers in line for line in lines)
