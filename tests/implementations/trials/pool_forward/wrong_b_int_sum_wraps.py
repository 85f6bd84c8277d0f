"""Wrong: The average sums int64 before dividing, so large whole numbers (4 * 2**62) wrap."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    windows = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    if mode == "max":
        return windows.max(axis=(4, 5)), (A_prev, hparameters)
    if mode == "average":
        return windows.sum(axis=(4, 5)) / f**2, (A_prev, hparameters)
    raise ValueError(mode)
