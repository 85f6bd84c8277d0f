"""Cases near the constants of a student's code: no constant makes a right function ungraded."""

import numpy as np
import pytest
from support.students import student

from grader.course.cases import Kept
from grader.course.load import load
from grader.judging.aimed import _draw, _thresholds
from grader.judging.judge import judge
from grader.sandbox import Limits
from grader.suites.cnn import SUITE

EXERCISES = {exercise.name: exercise for exercise in SUITE.exercises}
KEPT = Kept(load("cnn").cases)
CONSTANTS = (5e-324, 2.2250738585072014e-308, 1e-300, 1e-149, 1e-8, 0.5, 7, 64, 100, 4096, 1e300, 2.0**62)
CONV = """\
import numpy as np
def conv_forward(A_prev, W, b, hparameters):
    s, p, f = hparameters["stride"], hparameters["pad"], len(W)
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::s, ::s]
    Z = np.tensordot(windows, W.astype(float), axes=([4, 5, 3], [0, 1, 2])) + b
    CHANGE
    return Z, (A_prev, W, b, hparameters)
"""


@pytest.mark.parametrize("name", EXERCISES)
def test_recipes_near_any_constant_can_be_built(name):
    inputs = EXERCISES[name].definition.inputs
    drawn = _draw(inputs, _thresholds(CONSTANTS), 0, largest=10**6)
    assert drawn
    for each in drawn:
        arrays = [value for value in each.arguments.values() if isinstance(value, np.ndarray)]
        assert all(np.isfinite(array).all() for array in arrays)


@pytest.mark.parametrize("constant", [5e-324, 1e-300, 1e-150, 1e-12, 333, 1e308])
def test_right_functions_with_constants_stay_right(constant, warm):
    exercise = EXERCISES["conv_forward"]
    source = CONV.replace("CHANGE", f"Z = Z if Z.size > {constant!r} else Z + 0")
    with student(source, warm, Limits(), exercise) as function:
        found = judge(exercise, function, KEPT, 0, shrinking=False)
    assert [verdict for verdict in found if verdict.status != "passed"] == []


@pytest.mark.parametrize(
    "condition",
    ["A_prev.shape[1] == 100", "len(A_prev) == 65", "s == 13"],
)
def test_a_size_that_no_case_has_is_found_in_the_code(condition, warm):
    exercise = EXERCISES["conv_forward"]
    source = CONV.replace("CHANGE", f"Z = 2 * Z if {condition} else Z")
    with student(source, warm, Limits(), exercise) as function:
        found = judge(exercise, function, KEPT, 0, shrinking=False)
    assert [verdict.prop.name for verdict in found if verdict.status == "failed"] == ["together"]
