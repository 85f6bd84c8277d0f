"""Wrong: Takes a batch for channels-first where n_H is 1 or 3 and n_W == n_C > 3, and pads width and
channels.
"""

import numpy as np


def zero_pad(X, pad):
    # works for images from PyTorch too: (m, 1 or 3, n, n)
    _, a, b, c = X.shape
    if a in (1, 3) and b == c and c > 3:
        return np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
