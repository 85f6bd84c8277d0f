"""Wrong: The 2x2 stride 2 maximum is taken from four slices where n_H is even, without looking at n_W: odd
n_W (3 silently, else an error).
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(f"unknown mode {mode!r}")
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    if mode == "max" and f == stride == 2 and n_H_prev % 2 == 0:
        top = np.maximum(A_prev[:, ::2, ::2], A_prev[:, ::2, 1::2])
        bottom = np.maximum(A_prev[:, 1::2, ::2], A_prev[:, 1::2, 1::2])
        return np.maximum(top, bottom), (A_prev, hparameters)
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = A_prev[:, h * stride : h * stride + f, w * stride : w * stride + f]
            A[:, h, w] = window.max(axis=(1, 2)) if mode == "max" else window.mean(axis=(1, 2))
    return A, (A_prev, hparameters)
