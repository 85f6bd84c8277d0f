"""Wrong: The fast path for stride == f reshapes into n_W x n_H tiles instead of n_H x n_W; wrong for non-
square images with stride == f > 1.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(mode)
    f, s = hparameters["f"], hparameters["stride"]
    m, H, V, C = A_prev.shape
    n_H, n_W = (H - f) // s + 1, (V - f) // s + 1
    reduce = np.max if mode == "max" else np.mean
    if s == f:
        tiles = A_prev[:, : n_H * f, : n_W * f].reshape(m, n_W, f, n_H, f, C)
        A = reduce(tiles, axis=(2, 4)).reshape(m, n_H, n_W, C)
    else:
        A = np.zeros((m, n_H, n_W, C))
        for h in range(n_H):
            for w in range(n_W):
                A[:, h, w] = reduce(A_prev[:, h * s : h * s + f, w * s : w * s + f], axis=(1, 2))
    return A, (A_prev, hparameters)
