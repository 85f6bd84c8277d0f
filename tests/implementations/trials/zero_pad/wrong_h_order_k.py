"""Wrong: Numbers are shuffled for int64 images in Fortran order (read in memory order)."""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    out = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=X.dtype)
    pixels = X.ravel(order="K") if X.dtype == np.int64 and X.flags.f_contiguous else X.ravel()
    out[:, pad : pad + n_H, pad : pad + n_W, :] = pixels.reshape(X.shape)
    return out
