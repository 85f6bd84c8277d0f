"""Wrong: Wrong: the table of pixel numbers is kept from the last call and known by pixel count, map size, f
and stride, not by the width: a 3x4 image and then a 4x3 one, f = 2, stride = 3.
"""

import numpy as np

_table = {"key": None, "places": None}


def _places(n_H_prev, n_W_prev, f, stride):
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    key = (n_H_prev * n_W_prev, n_H, n_W, f, stride)
    if _table["key"] != key:
        row = (np.arange(n_H) * stride)[:, None, None, None] + np.arange(f)[:, None]
        column = (np.arange(n_W) * stride)[:, None, None] + np.arange(f)
        _table["key"], _table["places"] = key, (row * n_W_prev + column).reshape(n_H, n_W, f * f)
    return _table["places"]


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(f'the mode must be "max" or "average", not {mode!r}')
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    places = _places(n_H_prev, n_W_prev, int(hparameters["f"]), int(hparameters["stride"]))
    windows = A_prev.reshape(m, n_H_prev * n_W_prev, n_C)[:, places]
    A = windows.max(axis=3) if mode == "max" else windows.mean(axis=3, dtype=np.float64)
    return A, (A_prev, hparameters)
