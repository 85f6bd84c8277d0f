"""Right: Sliding_window_view and np.apply_along_axis, the maximum as the last of a partition."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def _largest(v):
    return np.partition(v, v.size - 1)[v.size - 1]


_MODES = {"max": _largest, "average": np.mean}


def pool_forward(A_prev, hparameters, mode="max"):
    if not isinstance(mode, str) or mode not in _MODES:
        raise ValueError("mode: " + repr(mode))
    assert set(hparameters) == {"f", "stride"}
    f, s = hparameters["f"], hparameters["stride"]
    windows = sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::s, ::s]
    flat = windows.reshape(*windows.shape[:4], -1)
    if mode == "max" and f == 1:
        return flat[..., 0].copy(), (A_prev, hparameters)
    return np.apply_along_axis(_MODES[mode], -1, flat), (A_prev, hparameters)
