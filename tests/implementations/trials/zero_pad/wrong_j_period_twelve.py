"""Wrong: Rows and columns are looked up modulo (n + 12), so for pad > 12 the picture repeats in the frame."""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    rows = np.arange(-pad, n_H + pad) % (n_H + 12)
    cols = np.arange(-pad, n_W + pad) % (n_W + 12)
    out = X[:, np.minimum(rows, n_H - 1)][:, :, np.minimum(cols, n_W - 1)]
    inside = (rows < n_H)[:, None] & (cols < n_W)
    return np.where(inside[None, :, :, None], out, 0)
