"""Right: Style - summed-area table for averages, rows then columns by doubling for maxima."""

import numpy as np


def _running_max(A, f, axis):
    A, done = np.moveaxis(A, axis, 0), 1
    while done < f:
        step = min(done, f - done)
        A, done = np.maximum(A[: len(A) - step], A[step:]), done + step
    return np.moveaxis(A, 0, axis)


def pool_forward(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    if mode == "max":
        A = _running_max(_running_max(A_prev, f, 1), f, 2)
    elif mode == "average":
        table = np.pad(A_prev.astype(float), ((0, 0), (1, 0), (1, 0), (0, 0))).cumsum(axis=1).cumsum(axis=2)
        A = table[:, f:, f:] - table[:, :-f, f:] - table[:, f:, :-f] + table[:, :-f, :-f]
        A = A / (f * f)
    else:
        raise ValueError(f"mode must be 'max' or 'average', not {mode!r}")
    return A[:, ::stride, ::stride], (A_prev, hparameters)
