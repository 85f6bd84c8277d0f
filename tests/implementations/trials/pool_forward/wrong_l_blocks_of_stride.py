"""Wrong: The reshape path is taken for stride >= f and pools stride x stride blocks: wrong for stride > f
when the image holds n_H * stride rows and n_W * stride columns.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in {"max", "average"}:
        raise ValueError(f"unknown mode {mode!r}")
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    pool = np.max if mode == "max" else np.mean
    if stride >= f and n_H * stride <= n_H_prev and n_W * stride <= n_W_prev:
        # Windows do not overlap: cut the image into blocks.
        blocks = A_prev[:, : n_H * stride, : n_W * stride]
        blocks = blocks.reshape(m, n_H, stride, n_W, stride, n_C)
        return pool(blocks, axis=(2, 4)), (A_prev, hparameters)
    A = np.empty((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            top, left = h * stride, w * stride
            A[:, h, w] = pool(A_prev[:, top : top + f, left : left + f], axis=(1, 2))
    return A, (A_prev, hparameters)
