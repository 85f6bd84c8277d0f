"""A submission becomes a grade; equal submissions become equal grades."""

from pathlib import Path

import pytest
from support.toy import RIGHT, TOY

from grader.cases import Kept
from grader.model import SourceFile, Submission
from grader.pipeline import Grader, digest, report

WRONG = RIGHT.replace("return x + x", "return x ** 2")


@pytest.fixture
def grader(warm, limits, kept):
    return Grader(TOY, kept, 0, warm, limits)


def submission(text, name="alice"):
    return Submission(name, (SourceFile("lesson.py", text.encode()),))


def test_a_right_submission_gets_full_marks(grader):
    grade = grader.grade(submission(RIGHT))
    assert (grade.earned, grade.possible) == (10, 10)


def test_a_wrong_function_is_diagnosed_by_what_it_computes(grader):
    double = grader.grade(submission(WRONG)).exercises[0]
    assert double.status == "failed"
    assert double.diagnosis.mistake == "squares"


def test_a_grade_says_where_a_function_was_found(grader):
    assert grader.grade(submission(RIGHT)).exercises[0].found == "lesson.py, line 3"


def test_the_same_submission_gets_the_same_grade(grader):
    assert grader.grade(submission(WRONG)) == grader.grade(submission(WRONG))


def test_after_each_exercise_progress_is_told(grader):
    steps = []
    grader.grade(submission(RIGHT), lambda: steps.append(1))
    assert len(steps) == len(TOY.exercises)


def test_a_random_function_is_graded_the_same_every_time(grader):
    text = RIGHT.replace("return x + x", "return x + np.random.rand(*x.shape)")
    assert grader.grade(submission(text)) == grader.grade(submission(text))


def test_the_digest_depends_on_names_and_contents(grader):
    first = Submission("alice", (SourceFile("a.py", b"x"), SourceFile("b.py", b"y")))
    moved = Submission("alice", (SourceFile("a.py", b"xb"), SourceFile(".py", b"y")))
    assert digest(first) == digest(Submission("bob", first.files))
    assert digest(first) != digest(moved)


def test_the_receipt_names_what_the_grades_were_made_with(grader):
    receipt = report(TOY, 0, [grader.grade(submission(RIGHT))]).receipt
    assert receipt.suite_digest == TOY.digest
    assert len(receipt.submission_digest) == 64


def test_all_cases_are_at_hand_after_preparing(warm, limits, tmp_path: Path):
    kept = Kept(cache=tmp_path)
    Grader(TOY, kept, 3, warm, limits).prepare()
    assert len(list(tmp_path.iterdir())) == 2  # the toy course has two Inputs
