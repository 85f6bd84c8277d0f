"""Right: Style: separable (rows, swap axes, again), pairwise maximum by np.where, a subclass of ValueError,
cache of copies.
"""

import functools

import numpy as np


class UnknownMode(ValueError, KeyError):
    pass


def larger(a, b):
    return np.where(a < b, b, a)


def squeeze_axis(A, f, stride, combine):
    """Combine f neighbours along axis 1, then swap axes 1 and 2, so that the next call does the other one."""
    last = A.shape[1] - f
    return functools.reduce(combine, (A[:, i : last + i + 1 : stride] for i in range(f))).swapaxes(1, 2)


def pool_forward(A_prev, hparameters, mode="max"):
    recipes = {"max": (larger, 1), "average": (np.add, int(hparameters["f"]) ** 2)}
    try:
        combine, share = recipes[mode]
    except (KeyError, TypeError):
        raise UnknownMode(mode) from None
    f, stride = int(hparameters["f"]), int(hparameters["stride"])
    A = A_prev * 1.0
    for _ in range(2):
        A = squeeze_axis(A, f, stride, combine)
    return A / share, (A_prev.copy(), {**hparameters})
