"""Wrong: Wrong: 2 * pad is computed in pad's own type; a NumPy whole number such as np.int8(64) or
np.uint8(130) overflows (so does n_H = 300 with np.uint8(1)), and the call fails.
"""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    framed = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=X.dtype)
    framed[:, pad : pad + n_H, pad : pad + n_W, :] = X
    return framed
