"""Right: Recursion, the frame is laid in two halves; result is a view of a larger own buffer."""

import numpy as np


def _frame_of_one(X):
    m, h, w, c = X.shape
    # channels first in memory, returned as a transposed (non-contiguous) view
    buffer = np.zeros((c, m, h + 2, w + 2), dtype=np.result_type(X.dtype, np.float64))
    buffer[:, :, 1:-1, 1:-1] = np.moveaxis(X, 3, 0)
    return np.moveaxis(buffer, 0, 3)


def zero_pad(X, pad):
    if pad == 0:
        return X.copy()
    if pad == 1:
        return _frame_of_one(X)
    half = pad // 2
    return zero_pad(zero_pad(X, half), pad - half)
