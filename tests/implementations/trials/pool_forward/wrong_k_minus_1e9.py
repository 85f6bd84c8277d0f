"""Wrong: Wrong (kind 3): the running maximum begins at -1e9: windows in which every number is lower."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    if mode == "max":
        A = np.full((m, n_H, n_W, n_C), -1e9)
    elif mode == "average":
        A = np.zeros((m, n_H, n_W, n_C))
    else:
        raise ValueError(f"mode {mode!r} is not supported")
    for i in range(f):
        for j in range(f):
            part = A_prev[:, i : i + n_H * stride : stride, j : j + n_W * stride : stride]
            if mode == "max":
                A = np.maximum(A, part)
            else:
                A += part / (f * f)
    return A, (A_prev, hparameters)
