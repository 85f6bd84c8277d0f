"""Right: Right: no windows; f shifted copies of the rows are folded into one with functools.reduce, then f
shifted copies of the columns.
"""

import functools
import operator

import numpy as np


def _fold(volume, axis, f, stride, join):
    volume = np.moveaxis(volume, axis, 0)
    last = ((len(volume) - f) // stride) * stride
    shifted = (volume[i : i + last + 1 : stride] for i in range(f))
    return np.moveaxis(functools.reduce(join, shifted), 0, axis)


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError('mode must be "max" or "average"')
    f, stride = int(hparameters["f"]), int(hparameters["stride"])
    if mode == "max":
        join, volume, share = np.maximum, A_prev, None
    else:
        join, volume, share = operator.add, A_prev.astype(np.float64), f * f
        if np.abs(volume).max() > 1e280:
            # Sums could pass the largest float: add up the shares themselves.
            volume, share = volume / share, 1
    A = _fold(_fold(volume, 1, f, stride, join), 2, f, stride, join)
    return (A.copy() if share is None else A / share), (A_prev, hparameters)
