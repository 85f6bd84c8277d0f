"""Right: Rows first and columns after, a recursion over the axes, and a named tuple as the cache."""

from collections import namedtuple

import numpy as np


Cache = namedtuple("Cache", "A_prev hparameters")
KINDS = {"max": np.ndarray.max, "average": np.ndarray.mean}


def _along(A, axis, f, stride, keep):
    if axis == 3:
        return A
    starts = np.arange(0, A.shape[axis] - f + 1, stride)
    index = starts[:, None] + np.arange(f)
    windows = np.take(A, index, axis=axis)
    return _along(keep(windows, axis=axis + 1), axis + 1, f, stride, keep)


def pool_forward(A_prev, hparameters, mode="max"):
    try:
        keep = KINDS[mode]
    except KeyError:
        raise ValueError(f"{mode!r} is none of {sorted(KINDS)}") from None
    return _along(A_prev, 1, **hparameters, keep=keep), Cache(A_prev, hparameters)
