"""Wrong: Wrong (kind 1): a comma is missing, so the test is for a part of "maxaverage": modes like "" or
"aver" raise no ValueError.
"""

import numpy as np

MODES = "maxaverage"


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in MODES:
        raise ValueError(f"unknown mode {mode!r}")
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    reduce = np.max if mode == "max" else np.mean
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = A_prev[:, h * stride : h * stride + f, w * stride : w * stride + f, :]
            A[:, h, w, :] = reduce(window, axis=(1, 2))
    return A, (A_prev, hparameters)
