"""Wrong: Wrong (kind 3): whole numbers are stored as int32, so those beyond 2**31 wrap."""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    # keep whole-number images whole
    dtype = np.int32 if np.issubdtype(X.dtype, np.integer) else np.float64
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=dtype)
    X_pad[:, pad : n_H + pad, pad : n_W + pad, :] = X
    return X_pad
