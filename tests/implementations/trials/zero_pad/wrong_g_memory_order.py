"""Wrong: Pixels are copied in memory order (ravel "K"); wrong for arrays that are not in C order (Fortran
order, transposed views).
"""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    out = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=X.dtype)
    pixels = iter(X.ravel(order="K").reshape(m * n_H, n_W, n_C))
    for n in range(m):
        for h in range(n_H):
            out[n, pad + h, pad : pad + n_W] = next(pixels)
    return out
