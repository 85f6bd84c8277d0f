"""A submission becomes a grade; equal submissions become equal grades."""

import dataclasses
from pathlib import Path

import pytest
from support.students import Counting
from support.toy import DOUBLE, RIGHT, SPLIT, TOTAL, TOY, VECTORS, only

from grader.course.cases import Kept
from grader.discover.submission import SourceFile, Submission
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


def test_threads_only_read_the_cases_after_preparing(warm, limits):
    """Also the cases to be had instead, which are asked where a promise is broken."""
    inputs = dataclasses.replace(VECTORS, instead={"quarters": [4, 8]})
    double = dataclasses.replace(
        DOUBLE, properties=tuple(dataclasses.replace(prop, inputs=inputs) for prop in DOUBLE.properties)
    )
    kept = Kept()
    grader = Grader(only(double), kept, 0, warm, limits)
    grader.prepare()
    before = {*kept._realised}
    assert grader.grade(submission(WRONG)).earned < 10
    assert {*kept._realised} == before


HANGS = RIGHT.replace("return x + x", "while True: pass")
UNUSED = HANGS.replace("double(x).sum() / 2", "x.sum()")
LIKES_ITS_OWN = WRONG.replace("float(double(x).sum() / 2)", "float(np.sqrt(double(x)).sum())")


@pytest.mark.parametrize(
    "text", [RIGHT, WRONG, HANGS, UNUSED, LIKES_ITS_OWN, WRONG.replace("/ 2", "/ 3"), "def total(x): pass"]
)
def test_an_exercise_that_is_graded_alone_has_the_points_of_a_full_run(text, kept, warm, limits):
    limits = dataclasses.replace(limits, cpu_seconds=0.5)  # some hang
    _, full, _ = Grader(TOY, kept, 0, warm, limits).grade(submission(text)).exercises
    (alone,) = Grader(only(TOTAL), kept, 0, warm, limits).grade(submission(text)).exercises
    assert (alone.earned, alone.status, alone.notes) == (full.earned, full.status, full.notes)


def test_a_wrong_part_is_answered_by_the_course_though_it_is_not_chosen(kept, warm, limits):
    grade = Grader(only(TOTAL), kept, 0, warm, limits).grade(submission(WRONG))
    assert (grade.earned, grade.possible) == (2, 2)
    (total,) = grade.exercises
    assert "the course's own double" in total.notes[0]


def test_a_function_that_passes_has_no_part_of_it_judged(kept, warm, limits):
    counting = Counting(warm)
    Grader(only(TOTAL), kept, 0, counting, limits).grade(submission(RIGHT))
    assert counting.count == 2  # one reads the files, one answers


def test_progress_is_told_of_chosen_exercises_only(kept, warm, limits):
    steps = []
    grader = Grader(only(TOTAL, SPLIT), kept, 0, warm, limits)
    grader.grade(submission(WRONG), lambda: steps.append(1))
    assert len(steps) == 2


def test_the_cases_of_parts_are_at_hand_too(warm, limits, tmp_path: Path):
    other = dataclasses.replace(SPLIT, name="other", needs=("split",))
    Grader(only(other, whole=(*TOY.exercises, other)), Kept(cache=tmp_path), 3, warm, limits).prepare()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_part_without_an_oracle_stays_the_student_s_own(kept, warm, limits):
    double = dataclasses.replace(DOUBLE, oracle=None)
    suite = only(double, TOTAL, whole=())
    _, total = Grader(suite, kept, 0, warm, limits).grade(submission(WRONG)).exercises
    assert (total.status, total.notes) == ("failed", ())


def test_a_part_that_is_taught_later_is_judged_before_it_is_called_wrong(kept, warm, limits):
    suite = only(TOTAL, DOUBLE, whole=())
    for text, points in ((RIGHT.replace("/ 2", "/ 3"), 0), (WRONG, 2)):
        grade = Grader(suite, kept, 0, warm, limits).grade(submission(text))
        assert [e.exercise for e in grade.exercises] == [TOTAL, DOUBLE]
        assert grade.exercises[0].earned == points
        assert bool(grade.exercises[0].notes) is (points == 2)


def test_exercises_that_need_each_other_are_graded(kept, warm, limits):
    double = dataclasses.replace(DOUBLE, needs=("total",))
    suite = only(double, TOTAL, whole=())
    grade = Grader(suite, kept, 0, warm, limits).grade(submission(WRONG))
    assert [e.status for e in grade.exercises] == ["failed", "passed"]
