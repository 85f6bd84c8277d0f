"""Wrong: Wrong (explicit): the rows that do not fill a window are left out at the top instead of at the
bottom; only where stride == f > 1 and n_H_prev % f != 0.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode != "max" and mode != "average":
        raise ValueError("mode")
    f, stride = hparameters["f"], hparameters["stride"]
    reduce = np.max if mode == "max" else np.mean
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    if f == stride:
        n_H, n_W = n_H_prev // f, n_W_prev // f
        tiles = A_prev[:, n_H_prev - n_H * f :, : n_W * f].reshape(m, n_H, f, n_W, f, n_C)
        return reduce(tiles, axis=(2, 4)), (A_prev, hparameters)
    windows = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))
    return reduce(windows[:, ::stride, ::stride], axis=(4, 5)), (A_prev, hparameters)
