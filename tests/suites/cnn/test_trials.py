"""Functions by authors who have seen the stubs and what is legal, but none of the checks: see docs/matrix.md.

They wrote right functions in unusual styles, and wrong ones that they expected a grader to miss. All of them
stay here, so that what was closed once stays closed.
"""

from pathlib import Path

import pytest
from support.students import student

from grader.course.cases import Kept
from grader.course.load import load
from grader.judging.judge import judge
from grader.sandbox import Limits
from grader.suites.cnn import SUITE

FOLDER = Path(__file__).parents[2] / "implementations/trials"
EXERCISES = {exercise.name: exercise for exercise in SUITE.exercises}
KEPT = Kept(load("cnn").cases)

ACCEPTED: dict[str, str] = {}
"""Wrong functions that keep full marks, and why."""


def files(kind: str) -> list:
    paths = sorted(FOLDER.glob(f"*/{kind}_*.py"))
    return [pytest.param(path, id=name(path)) for path in paths]


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.fixture
def verdicts(path: Path, warm):
    exercise = EXERCISES[path.parent.name]
    with student(path.read_text("utf-8"), warm, Limits(), exercise) as function:
        return judge(exercise, function, KEPT, 0, shrinking=False)


@pytest.mark.parametrize("path", files("right"))
def test_right_functions_get_full_marks(verdicts) -> None:
    assert [verdict for verdict in verdicts if verdict.status != "passed"] == []


@pytest.mark.parametrize("path", files("wrong"))
def test_wrong_functions_lose_points(path: Path, verdicts) -> None:
    assert all(verdict.status != "ungraded" for verdict in verdicts)
    loses = any(verdict.status in {"failed", "raised"} for verdict in verdicts)
    assert loses != (name(path) in ACCEPTED)


def test_what_is_accepted_is_in_the_collection() -> None:
    assert {name(path) for path in FOLDER.glob("*/wrong_*.py")} >= ACCEPTED.keys()
