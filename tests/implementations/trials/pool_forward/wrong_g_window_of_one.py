"""Wrong: Windows of one pixel are taken to change nothing; wrong for f == 1 and stride > 1."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(mode)
    cache = (A_prev, hparameters)
    f, s = hparameters["f"], hparameters["stride"]
    if f == 1:
        return A_prev.copy(), cache
    m, H, V, C = A_prev.shape
    A = np.zeros((m, (H - f) // s + 1, (V - f) // s + 1, C))
    for _, h, w, _ in np.ndindex(1, A.shape[1], A.shape[2], 1):
        block = A_prev[:, h * s : h * s + f, w * s : w * s + f]
        A[:, h, w] = block.max((1, 2)) if mode == "max" else block.mean((1, 2))
    return A, cache
