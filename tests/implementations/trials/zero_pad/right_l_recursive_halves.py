"""Right: Recursion, the frame in two thinner frames, one ring of zeros as the base case."""

import numpy as np


def _ring(X):
    m, _, n_W, n_C = X.shape
    row = np.broadcast_to(X.dtype.type(0), (m, 1, n_W, n_C))
    X = np.concatenate((row, X, row), axis=1)
    column = np.broadcast_to(X.dtype.type(0), (m, X.shape[1], 1, n_C))
    return np.concatenate((column, X, column), axis=2)


def zero_pad(X, pad):
    pad = int(pad)
    if pad == 0:
        return X.copy()
    if pad == 1:
        return _ring(X)
    return zero_pad(zero_pad(X, pad // 2), pad - pad // 2)
