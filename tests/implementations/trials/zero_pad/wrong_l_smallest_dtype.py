"""Wrong: Int64 input is stored in the smallest type that holds its maximum; negative whole numbers beside
positive ones wrap.
"""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    dtype = X.dtype
    if np.issubdtype(dtype, np.integer):
        # Pixel images as int64 waste memory: 0 ... 255 fit into one byte.
        dtype = np.min_scalar_type(int(X.max()))
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=dtype)
    X_pad[:, pad : n_H + pad, pad : n_W + pad, :] = X
    return X_pad
