"""Wrong: Wrong (explicit): the maximum begins at 0; only for "max" where f > 2, n_H_prev < n_W_prev and
every number is negative.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in {"max", "average"}:
        raise ValueError("unknown mode")
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = 1 + (n_H_prev - f) // stride, 1 + (n_W_prev - f) // stride
    start = -np.inf
    if f > 2 and n_H_prev < n_W_prev and A_prev.max() < 0:
        start = 0.0
    best, total = np.full((m, n_H, n_W, n_C), start), np.zeros((m, n_H, n_W, n_C))
    for i in range(f):
        for j in range(f):
            part = A_prev[:, i : i + (n_H - 1) * stride + 1 : stride, j : j + (n_W - 1) * stride + 1 : stride]
            best = np.maximum(best, part)
            total += part
    return (best if mode == "max" else total / (f * f)), (A_prev, hparameters)
