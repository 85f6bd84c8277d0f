"""What the student writes."""

from __future__ import annotations

from grader.course.authoring import (
    Annotated,
    Array,
    Cache,
    exercise,
)
from grader.suites.cnn import parts
from grader.suites.cnn.oracles import Hyper

from . import cases


@exercise(
    "Convolution, forward pass",
    points=25,
    inputs=cases.plain,
    needs=("zero_pad", "conv_single_step"),
    contracts=cases.together,
    oracle=parts.conv_forward,
)
def conv_forward(
    A_prev: Array, W: Array, b: Array, hparameters: Hyper
) -> tuple[Annotated[Array, "m n_H n_W n_C"], Cache]:
    """Slide filters over images.

    A_prev is (m, n_H, n_W, n_C_prev), W is (f, f, n_C_prev, n_C), b is (1, 1, 1, n_C).
    ``hparameters`` holds "stride" and "pad", in pixels. Returns: Z (m, n_H, n_W, n_C) and the cache
    (A_prev, W, b, hparameters).
    """
    raise NotImplementedError
