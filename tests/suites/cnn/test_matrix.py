"""The course's kill matrix, on the seed that it ships; docs/matrix.md names the command for more of them."""

from pathlib import Path

import pytest

from grader.audit.matrix import Matrix
from grader.audit.matrix_checks import CHECKS
from grader.audit.parallel import Setup, sheets

ROOT = Path(__file__).parents[3]
WHEATS, CHAFFS = 8, 15  # at least so many for every exercise


@pytest.fixture(scope="module")
def matrix() -> Matrix:
    """The implementations, mutants and trivial answers, judged by workers as students' functions are."""
    setup = Setup("cnn", ROOT / "solutions/cnn", ROOT / "tests/implementations")
    return Matrix("cnn", tuple(sheets(setup, 0, 2, pins=False)))


def test_the_matrix_has_nothing_to_fix(matrix: Matrix) -> None:
    assert [finding for check in CHECKS for finding in check(matrix)] == []


def test_every_exercise_has_right_and_wrong_answers_enough(matrix: Matrix) -> None:
    for sheet in matrix.sheets:
        kinds = [row.kind for row in sheet.rows]
        assert kinds.count("wheat") >= WHEATS, sheet.exercise
        assert kinds.count("chaff") >= CHAFFS, sheet.exercise
        assert kinds.count("mutant") >= 9, sheet.exercise


def test_every_listed_mistake_has_a_chaff_that_must_be_named_so(matrix: Matrix) -> None:
    for sheet in matrix.sheets:
        assert set(sheet.mistakes) == {must for row in sheet.rows if (must := sheet.must_name(row))}
