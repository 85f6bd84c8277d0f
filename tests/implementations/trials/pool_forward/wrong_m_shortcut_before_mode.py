"""Wrong: Wrong: f = 1 with stride 1 returns before the mode is looked at, so {"f": 1, "stride": 1} with
mode "mean" raises no ValueError.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    f, stride = int(hparameters["f"]), int(hparameters["stride"])
    if f == 1 and stride == 1:
        return A_prev.copy(), (A_prev, hparameters)
    windows = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    if mode == "max":
        A = windows.max(axis=(4, 5))
    elif mode == "average":
        A = windows.mean(axis=(4, 5), dtype=np.float64)
    else:
        raise ValueError(f'the mode must be "max" or "average", not {mode!r}')
    return A, (A_prev, hparameters)
