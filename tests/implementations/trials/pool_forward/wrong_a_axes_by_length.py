"""Wrong: Average finds the window's axes by their length f: with m == f >= 3 it averages over examples and
rows.
"""

import numpy as np


def _mean(window, f):
    axes = tuple(axis for axis, n in enumerate(window.shape) if n == f)[:2] if f > 2 else (1, 2)
    return window.mean(axis=axes)


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError("unknown mode")
    f, s = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = (n_H_prev - f) // s + 1, (n_W_prev - f) // s + 1
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = A_prev[:, h * s : h * s + f, w * s : w * s + f]
            A[:, h, w] = window.max(axis=(1, 2)) if mode == "max" else _mean(window, f)
    return A, (A_prev, hparameters)
