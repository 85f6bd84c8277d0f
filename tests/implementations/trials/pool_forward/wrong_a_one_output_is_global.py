"""Wrong: Average with a 1x1 output is taken for global pooling over the whole image, though f may be
smaller than the image.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode != "max" and mode != "average":
        raise ValueError("mode must be max or average")
    reduce = np.max if mode == "max" else np.mean
    f, s = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = (n_H_prev - f) // s + 1, (n_W_prev - f) // s + 1
    if (n_H, n_W) == (1, 1) and mode == "average":
        return reduce(A_prev.astype(float), axis=(1, 2), keepdims=True), (A_prev, hparameters)
    A = np.empty((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            A[:, h, w] = reduce(A_prev[:, h * s : h * s + f, w * s : w * s + f], axis=(1, 2))
    return A, (A_prev, hparameters)
