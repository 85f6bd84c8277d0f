"""Right: Sliding windows, flattened and sorted; the last is the maximum (int64 stays int64), the average is
taken from the smallest up.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def _refuse(*_):
    raise ValueError("mode")


_PICK = {
    "max": lambda windows: windows[..., -1],
    "average": lambda windows: np.add.reduce(windows, axis=-1, dtype=np.float64) / windows.shape[-1],
}


def pool_forward(A_prev, hparameters, mode="max"):
    pick = _PICK.get(mode, _refuse) if isinstance(mode, str) else _refuse
    f, stride = int(hparameters["f"]), int(hparameters["stride"])
    windows = sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    flat = np.sort(windows.reshape(*windows.shape[:4], f * f), axis=-1)
    return pick(flat), (A_prev, hparameters)
