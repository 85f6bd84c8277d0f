"""Wrong: Six buffers are reused in turn, so the seventh call of one shape overwrites the first call's
result.
"""

import numpy as np

_ring, _count = {}, {}


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    key = (m, n_H, n_W, n_C, pad, X.dtype.str)
    k = _count[key] = _count.get(key, -1) + 1
    key = key + (k % 6,)
    if key not in _ring:
        _ring[key] = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), X.dtype)
    out = _ring[key]
    out[:, pad : pad + n_H, pad : pad + n_W] = X
    return out
