"""Right: A callable class; tables of window positions kept under their full key and read-only; the cache
holds copies.
"""

from functools import lru_cache

import numpy as np


class _Layer:
    @staticmethod
    @lru_cache(maxsize=32)
    def places(H, V, f, s):
        top, left = np.arange(0, H - f + 1, s), np.arange(0, V - f + 1, s)
        i = np.arange(f)
        rows = np.add.outer(top, i)[:, None, :, None]
        columns = np.add.outer(left, i)[None, :, None, :]
        rows.flags.writeable = columns.flags.writeable = False
        return rows, columns

    def __call__(self, A, W, b, h):
        f, _, C, n_C = W.shape
        m, H, V, _ = A.shape
        p = h["pad"]
        framed = np.zeros((m, H + 2 * p, V + 2 * p, C), np.result_type(A, W, float))
        framed[:, p : p + H, p : p + V] = A
        rows, columns = self.places(H + 2 * p, V + 2 * p, f, h["stride"])
        windows = framed[:, rows, columns]
        Z = windows.reshape(*windows.shape[:3], -1) @ W.reshape(-1, n_C)
        return Z + b.reshape(n_C)


def conv_forward(A_prev, W, b, hparameters):
    Z = _Layer()(A_prev, W, b, hparameters)
    return Z, (A_prev.copy(), W.copy(), b.copy(), dict(reversed(hparameters.items())))
