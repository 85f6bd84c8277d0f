"""Wrong: Wrong (kind 3): the average adds int64 before dividing: large whole numbers (around 4e18) wrap."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError("mode must be 'max' or 'average'")
    f, stride = hparameters["f"], hparameters["stride"]
    windows = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    if mode == "max":
        A = windows.max(axis=(-2, -1))
    else:
        A = windows.sum(axis=(-2, -1)) / (f * f)
    return A, (A_prev, hparameters)
