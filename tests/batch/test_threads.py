"""Many submissions: in order, in parallel, and none in the way of another."""

import pytest
from support.toy import RIGHT, TOY

from grader.batch import grade_all
from grader.discover.submission import SourceFile, Submission
from grader.pipeline import Grader
from grader.sandbox import WarmProcesses


@pytest.fixture
def grader(warm, limits, kept):
    return Grader(TOY, kept, 0, warm, limits)


def submission(name, text):
    return Submission(name, (SourceFile("lesson.py", text.encode()),))


CLASS = [
    submission("right", RIGHT),
    submission("exits", RIGHT.replace("return x + x", "import os; os._exit(0)")),
    submission("wrong", RIGHT.replace("return x + x", "return x")),
    Submission("empty", ()),
    submission("right too", RIGHT),
]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_grades_come_in_the_order_of_the_submissions(grader, jobs):
    assert [grade.submission for grade in grade_all(grader, CLASS, jobs)] == [s.name for s in CLASS]


def test_grades_do_not_depend_on_how_many_run_at_a_time(grader):
    assert list(grade_all(grader, CLASS, 1)) == list(grade_all(grader, CLASS, 4))


def test_one_submissions_trouble_is_its_own(grader):
    earned = {grade.submission: grade.earned for grade in grade_all(grader, CLASS, 2)}
    assert earned["right"] == earned["right too"] == 10
    assert earned["empty"] == 0
    assert earned["exits"] == 4  # what it does right by itself, and what is right with the course's own part


def test_a_warm_process_killed_by_a_submission_harms_no_other(limits, kept):
    killer = submission("killer", RIGHT.replace("return x + x", "import os; os.kill(os.getppid(), 9)"))
    with WarmProcesses() as warm:
        grader = Grader(TOY, kept, 0, warm, limits)
        grades = list(grade_all(grader, [killer, *CLASS, killer, *CLASS], 2))
    assert [grade.earned for grade in grades if grade.submission.startswith("right")] == [10] * 4
