"""Right: Recursion, one ring of zeros at a time; returns X itself for pad = 0."""

import numpy as np


def zero_pad(X, pad):
    if pad == 0:
        return X
    m, _, w, c = X.shape
    row = np.zeros((m, 1, w, c), X.dtype)
    X = np.concatenate([row, X, row], axis=1)
    column = np.zeros((m, X.shape[1], 1, c), X.dtype)
    return zero_pad(np.concatenate([column, X, column], axis=2), pad - 1)
