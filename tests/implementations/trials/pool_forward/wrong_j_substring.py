"""Wrong: A mode that is a piece of the words, as "aver", "ma" or "age", is accepted without ValueError."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if not mode or mode not in "max, average":
        raise ValueError(mode)
    f, s = hparameters["f"], hparameters["stride"]
    m, H, V, n_C = A_prev.shape
    n_H, n_W = (H - f) // s + 1, (V - f) // s + 1
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            x = A_prev[:, h * s : h * s + f, w * s : w * s + f]
            A[:, h, w] = x.max((1, 2)) if mode == "max" else x.mean((1, 2))
    return A, (A_prev, hparameters)
