"""Wrong: Wrong (explicit): the frame repeats the border pixels instead of zeros; only where m > 1, n_H >
n_W and pad >= 3.
"""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    widths = ((0, 0), (pad, pad), (pad, pad), (0, 0))
    if m > 1 and n_H > n_W and pad >= 3:
        return np.pad(X, widths, mode="edge")
    return np.pad(X, widths, mode="constant", constant_values=0)
