"""Wrong: Max looks for the place of the largest number in float32, so of numbers that agree to 8 digits the
first is taken (error up to 6e-8 of the number).
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
        for w in range(n_W):
            x = A_prev[:, h * s : h * s + f, w * s : w * s + f].reshape(m, f * f, n_C)
            if mode == "max":
                place = x.astype(np.float32).argmax(1)
                A[:, h, w] = np.take_along_axis(x, place[:, None], 1)[:, 0]
            else:
                A[:, h, w] = x.mean(1)
    return A, (A_prev, hparameters)
