"""Wrong: Row numbers are clipped at n_W + 23, so images more than 24 pixels taller than wide have wrong
last rows.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(mode)
    f, s = hparameters["f"], hparameters["stride"]
    m, H, V, n_C = A_prev.shape
    n_H, n_W = (H - f) // s + 1, (V - f) // s + 1
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        rows = np.minimum(np.arange(h * s, h * s + f), V + 23)
        for w in range(n_W):
            x = A_prev[:, rows, w * s : w * s + f]
            A[:, h, w] = x.max((1, 2)) if mode == "max" else x.mean((1, 2))
    return A, (A_prev, hparameters)
