"""Wrong: From a million numbers in all windows on, the windows are kept in float32 to save memory."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    f, _, C, n_C = W.shape
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::s, ::s]
    m, n_H, n_W = windows.shape[:3]
    if windows.size >= 1_000_000:
        windows = windows.astype(np.float32)
    Z = windows.reshape(m * n_H * n_W, -1) @ W.transpose(2, 0, 1, 3).reshape(-1, n_C)
    return Z.reshape(m, n_H, n_W, n_C) + b, (A_prev, W, b, hparameters)
