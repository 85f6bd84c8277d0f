"""Wrong: The running maximum starts from -1e9, so windows whose numbers all lie below -1e9 give -1e9."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(mode)
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    A = np.full((m, n_H, n_W, n_C), -1e9 if mode == "max" else 0.0)
    for i in range(f):
        for j in range(f):
            pixels = A_prev[:, i : i + n_H * stride : stride, j : j + n_W * stride : stride]
            pixels = pixels[:, :n_H, :n_W]
            A = np.maximum(A, pixels) if mode == "max" else A + pixels / (f * f)
    return A, (A_prev, hparameters)
