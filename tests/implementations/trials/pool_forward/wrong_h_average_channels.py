"""Wrong: The mean is taken over the channels too, only for the average with stride 1 (several channels)."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(mode)
    f, s = hparameters["f"], hparameters["stride"]
    m, H, K, n_C = A_prev.shape
    A = np.zeros((m, (H - f) // s + 1, (K - f) // s + 1, n_C))
    for h in range(A.shape[1]):
        for w in range(A.shape[2]):
            window = A_prev[:, h * s : h * s + f, w * s : w * s + f].astype(float)
            if mode == "max":
                A[:, h, w] = window.max(axis=(1, 2))
            elif s == 1:
                A[:, h, w] = window.mean(axis=(1, 2, 3))[:, None]
            else:
                A[:, h, w] = window.mean(axis=(1, 2))
    return A, (A_prev, hparameters)
