"""Wrong: The whole frame lies below and right of the image, only when pad is larger than the image's
height.
"""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    out = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=X.dtype)
    start = pad if pad <= n_H else 0
    out[:, start : start + n_H, start : start + n_W] = X
    return out
