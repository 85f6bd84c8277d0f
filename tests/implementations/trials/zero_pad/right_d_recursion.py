"""Right: Recursion that halves the frame, with an early exit that hands back X itself for pad = 0."""

import numpy as np


def zero_pad(X, pad):
    if pad == 0:
        return X
    if pad == 1:
        m, n_H, n_W, n_C = X.shape
        ring = np.zeros((m, n_H + 2, n_W + 2, n_C), dtype=X.dtype)
        ring[:, 1:-1, 1:-1, :] = X
        return ring
    half = pad // 2
    return zero_pad(zero_pad(X, half), pad - half)
