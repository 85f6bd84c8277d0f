"""Right: Im2col with a memoised index table, work in blocks with remainder, special case f == 1."""

from functools import lru_cache

import numpy as np

BLOCK = 37


@lru_cache(maxsize=32)
def _window_table(H, V, f, s):
    n_H, n_W = (H - f) // s + 1, (V - f) // s + 1
    top = (np.arange(n_H) * s)[:, None, None, None] + np.arange(f)[None, None, :, None]
    left = (np.arange(n_W) * s)[None, :, None, None] + np.arange(f)[None, None, None, :]
    flat = (top * V + left).reshape(n_H * n_W, f * f)
    flat.flags.writeable = False
    return flat


def conv_forward(A_prev, W, b, hparameters):
    cache = (A_prev, W, b, hparameters)
    s = int(hparameters["stride"])
    p = int(hparameters["pad"])
    f, n_C_prev, n_C = W.shape[0], W.shape[2], W.shape[3]
    m, h, w, _ = A_prev.shape
    H, V = h + 2 * p, w + 2 * p
    A = np.zeros((m, H, V, n_C_prev))
    A[:, p : p + h, p : p + w, :] = A_prev
    bias = b.reshape(1, n_C)
    n_H, n_W = (H - f) // s + 1, (V - f) // s + 1

    if f == 1:
        return np.matmul(A[:, ::s, ::s, :], W[0, 0].astype(float)) + b, cache

    table = _window_table(H, V, f, s)
    weights = W.astype(float).reshape(f * f * n_C_prev, n_C)
    Z = np.empty((m, n_H * n_W, n_C))
    pixels = A.reshape(m, H * V, n_C_prev)
    for i in range(m):
        for start in range(0, len(table), BLOCK):
            part = table[start : start + BLOCK]
            columns = pixels[i][part].reshape(len(part), -1)
            Z[i, start : start + len(part)] = columns @ weights + bias
    return Z.reshape(m, n_H, n_W, n_C), cache
