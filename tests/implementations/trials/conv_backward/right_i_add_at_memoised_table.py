"""Right: Im2col / col2im with a memoised table (copied before use) and np.add.at."""

from functools import lru_cache

import numpy as np


@lru_cache(maxsize=None)
def _places(H, V, f, s):
    base = np.arange(H * V).reshape(H, V)
    windows = np.lib.stride_tricks.sliding_window_view(base, (f, f))[::s, ::s]
    return windows.reshape(-1, f * f).copy()


def conv_backward(dZ, cache):
    A, W, _, hp = cache
    s, p, f = int(hp["stride"]), int(hp["pad"]), W.shape[0]
    m, h, w, k = A.shape
    n_C = W.shape[3]
    H, V = h + 2 * p, w + 2 * p
    table = _places(H, V, f, s).copy()
    padded = np.zeros((m, H, V, k))
    padded[:, p : H - p, p : V - p] = A
    columns = padded.reshape(m, H * V, k)[:, table]  # m, places, f*f, k
    g = np.array(dZ, dtype=float, order="C").reshape(m, -1, n_C)
    dW = np.tensordot(columns, g, axes=((0, 1), (0, 1))).reshape(f, f, k, n_C)
    stamps = g @ W.astype(float).reshape(-1, n_C).T  # m, places, f*f*k
    stamps = stamps.reshape(m, len(table), f * f, k)
    dP = np.zeros((m, H * V, k))
    for i in range(m):
        np.add.at(dP[i], table, stamps[i])
    dA = dP.reshape(m, H, V, k)[:, p : p + h, p : p + w]
    return dA, dW, g.sum(axis=(0, 1))[None, None, None, :]
