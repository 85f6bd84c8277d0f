"""Wrong: Copies only pixels that are not np.isclose to 0 (1e-8 absolute); legal images with small numbers,
e.g. all about 5e-9, come out as zeros.
"""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    framed = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=X.dtype)
    inner = framed[:, pad : pad + n_H, pad : pad + n_W, :]
    lit = ~np.isclose(X, 0)
    inner[lit] = X[lit]
    return framed
