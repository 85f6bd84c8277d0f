"""Wrong: Wrong (kind 2): windows that do not overlap are cut as blocks of stride x stride: wrong where
stride > f.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in {"max", "average"}:
        raise ValueError(mode)
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H = 1 + (n_H_prev - f) // stride
    n_W = 1 + (n_W_prev - f) // stride
    pool = np.max if mode == "max" else np.mean
    if stride >= f:
        # no overlap: one reshape in place of the loops
        blocks = A_prev[:, : n_H * stride, : n_W * stride, :]
        blocks = blocks.reshape(m, n_H, blocks.shape[1] // n_H, n_W, blocks.shape[2] // n_W, n_C)
        return pool(blocks, axis=(2, 4)), (A_prev, hparameters)
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            top, left = h * stride, w * stride
            A[:, h, w] = pool(A_prev[:, top : top + f, left : left + f], axis=(1, 2))
    return A, (A_prev, hparameters)
