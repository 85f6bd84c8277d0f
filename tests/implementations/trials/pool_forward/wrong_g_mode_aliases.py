"""Wrong: The mode is lower-cased and "avg" and "mean" are accepted, so "MAX", "Average", "avg", "mean"
raise no ValueError.
"""

import numpy as np

MODES = {"max": np.max, "average": np.mean, "avg": np.mean, "mean": np.mean}


def pool_forward(A_prev, hparameters, mode="max"):
    try:
        reduce = MODES[mode.lower()]
    except KeyError:
        raise ValueError(f"mode must be one of {sorted(MODES)}") from None
    f, stride = hparameters["f"], hparameters["stride"]
    windows = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))
    A = reduce(windows[:, ::stride, ::stride], axis=(-2, -1))
    return A, (A_prev, hparameters)
