"""Wrong: Average pooling with m = f = n_C > 1 takes the mean over the examples and rows in place of rows
and columns.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(mode)
    f, s = hparameters["f"], hparameters["stride"]
    m, H, V, n_C = A_prev.shape
    n_H, n_W = (H - f) // s + 1, (V - f) // s + 1
    A = np.zeros((m, n_H, n_W, n_C))
    axes = (0, 1) if m == f == n_C else (1, 2)
    for h in range(n_H):
        for w in range(n_W):
            x = A_prev[:, h * s : h * s + f, w * s : w * s + f]
            A[:, h, w] = x.max((1, 2)) if mode == "max" else x.mean(axes)
    return A, (A_prev, hparameters)
