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
    "Pooling, forward pass",
    points=15,
    inputs=cases.maximum["plain"],
    contracts=cases.both,
    oracle=parts.pool_forward,
)
def pool_forward(
    A_prev: Array, hparameters: Hyper, mode: str = "max"
) -> tuple[Annotated[Array, "m n_H n_W n_C"], Cache]:
    """Pool A_prev (m, n_H, n_W, n_C) over windows of ``hparameters`` "f" pixels, "stride" pixels apart.

    ``mode`` is "max" or "average". Returns: A (m, n_H, n_W, n_C), and the cache (A_prev, hparameters).
    """
    raise NotImplementedError
