"""What the course answers where a student's function needs a part that is not right yet.

The oracles in their fast form. The arguments come from the student, so they may be anything: what is no
question, or too much work, raises an exception, which the student's own code then gets.
"""

from __future__ import annotations

from math import prod
from operator import index
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.suites.cnn import oracles

if TYPE_CHECKING:
    from grader.course.authoring import Array
    from grader.suites.cnn.oracles import Hyper, Layer

MAX_NUMBERS = 2**22
"""How many numbers an answer may be made of, all windows unrolled: 32 MiB."""
MAX_PRODUCTS = 2**28


def zero_pad(X: Array, pad: int) -> Array:
    """Return X with its frame of zeros; see ``oracles.zero_pad``."""
    (m, n_H, n_W, n_C), pad = X.shape, _count(pad, least=0)
    _bound(m, n_H + 2 * pad, n_W + 2 * pad, n_C)
    return oracles.zero_pad(X, pad)


def conv_single_step(a_slice_prev: Array, W: Array, b: Any) -> float:
    """Return the sum of the products, plus the bias; see ``oracles.conv_single_step``."""
    if np.shape(a_slice_prev) != np.shape(W):
        raise ValueError(f"the window is {np.shape(a_slice_prev)} and the filter {np.shape(W)}")
    return float(np.sum(np.multiply(a_slice_prev, W, dtype=float))) + float(np.asarray(b).item())


def conv_forward(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> tuple[Array, Layer]:
    """Return Z and the cache; see ``oracles.conv_forward``."""
    f, width, n_C_prev, n_C = W.shape
    hyper = {"stride": _count(hparameters["stride"]), "pad": _count(hparameters["pad"], least=0)}
    if f != width or A_prev.shape[3] != n_C_prev or np.size(b) != n_C:
        raise ValueError(f"A_prev is {A_prev.shape}, W {W.shape} and b {np.shape(b)}: they do not fit")
    m, rows, columns, _ = oracles.conv_shape(A_prev, W, hyper)
    _bound(m, A_prev.shape[1] + 2 * hyper["pad"], A_prev.shape[2] + 2 * hyper["pad"], n_C_prev)
    _bound(m, rows, columns, f, f, n_C_prev)
    _bound(m, rows, columns, f, f, n_C_prev, n_C, limit=MAX_PRODUCTS)
    return oracles.correlate(A_prev, W, np.reshape(b, (1, 1, 1, n_C)), hyper), (A_prev, W, b, hparameters)


def pool_forward(A_prev: Array, hparameters: Hyper, mode: str = "max") -> tuple[Array, Any]:
    """Return A and the cache; see ``oracles.pool_forward``."""
    hyper = {"f": _count(hparameters["f"]), "stride": _count(hparameters["stride"])}
    if mode not in {"max", "average"}:
        raise ValueError(f"the mode is {mode!r}")
    _bound(*oracles.pool_shape(A_prev, hyper), hyper["f"], hyper["f"])
    return oracles.pool(A_prev, hyper, mode), (A_prev, hparameters)


def _count(value: Any, *, least: int = 1) -> int:
    number = index(value)
    if number < least:
        raise ValueError(f"{number} is less than {least}")
    return number


def _bound(*sizes: int, limit: int = MAX_NUMBERS) -> None:
    # Windows of no channels have no numbers, and answers all the same: an empty axis counts as one.
    if prod(max(size, 1) for size in sizes) > limit:
        raise ValueError("that is too much work")
