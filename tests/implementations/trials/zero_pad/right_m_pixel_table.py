"""Right: Right: no padding at all; a black pixel is put behind the others, and a table says which old pixel
every new one shows.
"""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = (int(n) for n in X.shape)
    p = int(pad)
    black = n_H * n_W
    pixels = np.concatenate([X.reshape(m, n_H * n_W, n_C), np.zeros((m, 1, n_C), dtype=X.dtype)], axis=1)
    row = np.arange(n_H + 2 * p)[:, None] - p
    column = np.arange(n_W + 2 * p)[None, :] - p
    inside = (row >= 0) & (row < n_H) & (column >= 0) & (column < n_W)
    table = np.where(inside, row * n_W + column, black)
    return np.take(pixels, table, axis=1)
