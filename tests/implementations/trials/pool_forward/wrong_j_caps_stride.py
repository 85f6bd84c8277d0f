"""Wrong: A stride larger than height and width of the image is changed in hparameters itself (A is right)."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(mode)
    m, H, V, n_C = A_prev.shape
    if hparameters["stride"] > max(H, V):
        hparameters["stride"] = max(H, V)
    f, s = hparameters["f"], hparameters["stride"]
    n_H, n_W = (H - f) // s + 1, (V - f) // s + 1
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            x = A_prev[:, h * s : h * s + f, w * s : w * s + f]
            A[:, h, w] = x.max((1, 2)) if mode == "max" else x.mean((1, 2))
    return A, (A_prev, hparameters)
