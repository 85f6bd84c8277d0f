"""Wrong: Wrong (explicit): the sum is divided by stride * stride instead of f * f; only for "average" where
stride < f and n_C > 3.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(mode)
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    side = f
    if stride < f and n_C > 3:
        side = stride
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = A_prev[:, h * stride : h * stride + f, w * stride : w * stride + f]
            if mode == "max":
                A[:, h, w] = window.max(axis=(1, 2))
            else:
                A[:, h, w] = window.sum(axis=(1, 2)) / side**2
    return A, (A_prev, hparameters)
