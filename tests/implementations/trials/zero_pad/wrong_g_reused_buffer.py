"""Wrong: The framed array is a module-level buffer, reused for every call with the same shape and pad > 0;
a later call changes an earlier result (also: float and int input share it).
"""

import numpy as np

_frames = {}


def zero_pad(X, pad):
    if pad == 0:
        return X.copy()
    m, n_H, n_W, n_C = X.shape
    key = (m, n_H, n_W, n_C, pad)
    if key not in _frames:
        _frames[key] = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    out = _frames[key]
    out[:, pad : pad + n_H, pad : pad + n_W, :] = X
    return out
