"""Wrong: Wrong (explicit): the frame holds the smallest pixel instead of 0; only for int64 X, n_C == 2 and
all pixels above 0 (pad > 0).
"""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    background = 0
    if X.dtype.kind == "i" and n_C == 2 and X.min() > 0:
        background = X.min()
    out = np.full((m, n_H + 2 * pad, n_W + 2 * pad, n_C), background, dtype=X.dtype)
    out[:, pad : pad + n_H, pad : pad + n_W, :] = X
    return out
