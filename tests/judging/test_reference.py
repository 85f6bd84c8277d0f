"""The reference answers every question too, and changes no score."""

import pytest
from support.toy import DOUBLE, RIGHT, TOY

from grader.discover.submission import SourceFile, Submission
from grader.errors import Raised
from grader.judging.reference import WithReference
from grader.pipeline import Grader
from grader.run import read


def submission(text):
    return Submission("alice", (SourceFile("lesson.py", text.encode()),))


@pytest.fixture
def grader(warm, limits, kept):
    reference = read(submission(RIGHT), [exercise.name for exercise in TOY.exercises], warm, limits)
    return Grader(TOY, kept, 0, warm, limits, reference)


def test_a_right_submission_trips_nothing(grader):
    grade = grader.grade(submission(RIGHT.replace("x + x", "2 * x")))
    assert grade.earned == grade.possible
    assert not any(exercise.flagged for exercise in grade.exercises)


def test_a_passing_function_that_differs_is_flagged_and_keeps_its_points(warm, limits, kept):
    other = RIGHT.replace("return x + x", "return x * 3")
    reference = read(submission(other), [exercise.name for exercise in TOY.exercises], warm, limits)
    grade = Grader(TOY, kept, 0, warm, limits, reference).grade(submission(RIGHT))
    assert grade.earned == grade.possible
    assert grade.exercises[0].flagged
    assert "double keeps every promise but differs from the reference" in grade.notes[0]


def test_a_failed_function_is_not_flagged(grader):
    grade = grader.grade(submission(RIGHT.replace("return x + x", "return x")))
    assert not grade.exercises[0].flagged


def test_the_reference_changes_no_score(grader, warm, limits, kept):
    text = RIGHT.replace("return x + x", "return x ** 2")
    alone = Grader(TOY, kept, 0, warm, limits).grade(submission(text))
    assert alone == grader.grade(submission(text))


def test_a_reference_that_gives_no_answer_is_not_compared(kept):
    def silent(_x):
        raise Raised("ValueError: no")

    (case,) = kept.cases(DOUBLE.properties[0].inputs, 0)[:1]
    both = WithReference(DOUBLE, lambda x: x, silent)
    both(case.arguments["x"])
    assert not both.differs
