"""Wrong: Whole numbers are kept as int32, so int64 pixels of 2**31 and more wrap."""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    kind = np.float64 if X.dtype.kind == "f" else np.int32
    out = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=kind)
    out[:, pad : pad + n_H, pad : pad + n_W, :] = X.astype(kind)
    return out
