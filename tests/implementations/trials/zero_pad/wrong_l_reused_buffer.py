"""Wrong: The result lives in a buffer kept per shape; a second call with the same shape and pad changes the
earlier result.
"""

import numpy as np

_BUFFERS = {}


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    key = (X.shape, int(pad), X.dtype.str)
    if key not in _BUFFERS:
        # The frame is zero once and for all, only the middle has to be filled in again.
        _BUFFERS[key] = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=X.dtype)
    X_pad = _BUFFERS[key]
    X_pad[:, pad : pad + n_H, pad : pad + n_W, :] = X
    return X_pad
