"""Wrong: ('max' 'average') lacks its comma, so any piece of 'maxaverage' ('', 'a', 'ma', 'aver') is
accepted instead of a ValueError.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("maxaverage"):
        raise ValueError("mode must be max or average")
    f = hparameters["f"]
    stride = hparameters["stride"]
    windows = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    if mode == "max":
        A = windows.max(axis=(-2, -1))
    else:
        A = windows.mean(axis=(-2, -1))
    return A, (A_prev, hparameters)
