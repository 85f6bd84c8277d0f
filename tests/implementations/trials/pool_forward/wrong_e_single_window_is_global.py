"""Wrong: Average mode, overlapping setting (f > stride), only one window fits: takes the mean of the whole
image, left-over rows and columns too, e.g. 4x4, f = 3, stride = 2.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(mode)
    f, s = int(hparameters["f"]), int(hparameters["stride"])
    n_H = (A_prev.shape[1] - f) // s + 1
    n_W = (A_prev.shape[2] - f) // s + 1
    cache = (A_prev, hparameters)
    if mode == "average" and f > s and n_H == n_W == 1:
        return A_prev.mean(axis=(1, 2), keepdims=True), cache  # global average pooling
    A = np.zeros((A_prev.shape[0], n_H, n_W, A_prev.shape[3]))
    reduce = np.max if mode == "max" else np.mean
    for h in range(n_H):
        for w in range(n_W):
            A[:, h, w] = reduce(A_prev[:, h * s : h * s + f, w * s : w * s + f], axis=(1, 2))
    return A, cache
