"""Right: Every filter as a sum of separable ones (SVD): down first, then across; the cache is a named
tuple.
"""

from collections import namedtuple

import numpy as np

Cache = namedtuple("Cache", "A_prev W b hparameters")


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = int(hparameters["stride"]), int(hparameters["pad"])
    f, n_C_prev, n_C = W.shape[0], W.shape[2], W.shape[3]
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0))).astype(float)
    m, height, width, _ = padded.shape
    n_H, n_W = (height - f) // stride + 1, (width - f) // stride + 1
    U, S, V = np.linalg.svd(W.astype(float).transpose(2, 3, 0, 1))  # (k, c, f, r), (k, c, r), (k, c, r, f)
    U = U * S[:, :, None, :]
    Z = np.zeros((m, n_H, n_W, n_C))
    for image, answer in zip(padded, Z):
        for k in range(n_C_prev):
            tall = sum(
                image[i : i + (n_H - 1) * stride + 1 : stride, :, k, None, None] * U[k, :, i, :]
                for i in range(f)
            )
            for j in range(f):
                answer += (tall[:, j : j + (n_W - 1) * stride + 1 : stride] * V[k, :, :, j]).sum(axis=-1)
    Z += b
    return Z, Cache(A_prev, W, b, hparameters)
