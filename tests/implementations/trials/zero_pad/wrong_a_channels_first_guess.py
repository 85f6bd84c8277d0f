"""Wrong: Takes the batch for channels-first (frames axes 2 and 3) when n_H is 1 or 3 and n_C > n_W."""

import numpy as np


def zero_pad(X, pad):
    _, n_H, n_W, n_C = X.shape
    if n_H in (1, 3) and n_C > n_W:
        return np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
