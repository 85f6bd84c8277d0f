"""Wrong: Batches of 3072 numbers and more are written into a buffer kept per shape, so a later call changes
an earlier result.
"""

import numpy as np

_frames = {}


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    shape = (m, n_H + 2 * pad, n_W + 2 * pad, n_C)
    if X.size >= 32 * 32 * 3:
        # allocating big arrays is slow: keep the frame, its border stays zero
        key = (shape, pad, X.dtype)
        if key not in _frames:
            _frames[key] = np.zeros(shape, dtype=X.dtype)
        out = _frames[key]
    else:
        out = np.zeros(shape, dtype=X.dtype)
    out[:, pad : pad + n_H, pad : pad + n_W] = X
    return out
