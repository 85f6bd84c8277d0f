"""Wrong: F == n_H_prev counts as global pooling, though a wider image has several windows in a row
(n_W_prev >= f + stride).
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode == "max":
        reduce = np.max
    elif mode == "average":
        reduce = np.mean
    else:
        raise ValueError("mode")
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    if f == n_H_prev:
        # one window: global pooling
        return reduce(A_prev, axis=(1, 2), keepdims=True), (A_prev, hparameters)
    n_H = 1 + (n_H_prev - f) // stride
    n_W = 1 + (n_W_prev - f) // stride
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            A[:, h, w] = reduce(
                A_prev[:, h * stride : h * stride + f, w * stride : w * stride + f], axis=(1, 2)
            )
    return A, (A_prev, hparameters)
