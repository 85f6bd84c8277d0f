"""Wrong: For pad >= 2 a second call in a row with the same shape, type and pad overwrites the first call's
result.
"""

import numpy as np


_last = {"key": None, "out": None}


def zero_pad(X, pad):
    if pad < 2:
        return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    key = (X.shape, X.dtype, pad)
    if _last["key"] != key:
        m, n_H, n_W, n_C = X.shape
        _last["key"] = key
        _last["out"] = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=X.dtype)
    out = _last["out"]
    out[:, pad:-pad, pad:-pad] = X
    return out
