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

OVERFLOW = "sums of int64 wrap beyond 2**63 in most right functions, too"
RARE_SIZE = "nothing as large is asked: a slow right function would take too long, or too much memory"
NARROW = "sizes are Python's or int64, not narrow ones: 2 * pad overflows in many right functions"
CHANCE = "weights that are 2 % too small can only be told from right ones in many more calls"

ACCEPTED = {
    "conv_backward/wrong_e_minus_unsigned_pad": NARROW,
    "conv_backward/wrong_m_minus_unsigned": NARROW,
    "conv_forward/wrong_f_float32_when_large": RARE_SIZE,
    "conv_forward/wrong_m_workspace_of_large_maps": RARE_SIZE,
    "conv_forward/wrong_j_reciprocal": "no case has a stride of 49, whose reciprocal is rounded badly",
    "conv_single_step/wrong_a_int_wrap": OVERFLOW,
    "conv_single_step/wrong_m_signed_strides": "no two flipped arrays have their axes in different orders",
    "conv_single_step/wrong_k_int64_wraps": OVERFLOW,
    "conv_single_step/wrong_l_integer_wrap": OVERFLOW,
    "conv_single_step/wrong_e_overflow_guard_too_late": OVERFLOW,
    "lenet_forward/wrong_e_int64_all_the_way": OVERFLOW,
    "lenet_forward/wrong_f_last_of_33": RARE_SIZE,
    "lenet_forward/wrong_k_last_chunk_missing": RARE_SIZE,
    "lenet_parameters/wrong_a_hash_order": "all workers are forks of one process, with one hash seed",
    "lenet_parameters/wrong_b_bias_counted_as_input": CHANCE,
    "lenet_parameters/wrong_e_bias_counts_as_input": CHANCE,
    "lenet_parameters/wrong_j_other_generators": "a worker gets PCG64, which default_rng makes",
    "lenet_parameters/wrong_m_jumped_streams": "likewise",
    "lenet_summary/wrong_f_float32_parameters": RARE_SIZE,
    "lenet_summary/wrong_m_counts_in_int32": RARE_SIZE,
    "lenet_summary/wrong_m_narrow_numpy_int": NARROW,
    "lenet_summary/wrong_l_float_sizes": "28.0 is a whole number, too: only its type is another one",
    "pool_forward/wrong_b_int_sum_wraps": OVERFLOW,
    "pool_forward/wrong_k_int_sum_wraps": OVERFLOW,
    "pool_forward/wrong_m_denormal_shares": "denormal numbers are not asked: their products are 0",
    "pool_forward/wrong_l_average_wraps": OVERFLOW,
    "zero_pad/wrong_m_narrow_numpy_int": NARROW,
    "zero_pad/wrong_f_crop_of_a_larger_image": "no image is a part of a larger array of just this size",
}
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
