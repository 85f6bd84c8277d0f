"""What the student writes."""

from __future__ import annotations

from grader.course.authoring import Array, exercise
from grader.suites.cnn import parts

from . import cases


@exercise(
    "One step of a convolution",
    points=10,
    inputs=cases.products,
    contracts=cases.together,
    oracle=parts.conv_single_step,
)
def conv_single_step(a_slice_prev: Array, W: Array, b: Array) -> float:
    """Apply one filter to one window.

    a_slice_prev and W are (f, f, n_C_prev), b is (1, 1, 1). Returns: one number.
    """
    raise NotImplementedError
