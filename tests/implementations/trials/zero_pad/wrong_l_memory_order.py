"""Wrong: Reads the pixels in the order of memory (ravel "K"); Fortran-ordered or transposed X comes out
scrambled.
"""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=X.dtype)
    pixels = np.ravel(X, order="K")  # "K" never copies
    length = n_W * n_C
    for row in range(m * n_H):
        n, h = divmod(row, n_H)
        line = pixels[row * length : (row + 1) * length]
        X_pad[n, pad + h, pad : pad + n_W, :] = line.reshape(n_W, n_C)
    return X_pad
