"""Wrong: Where n_H = n_W + 1 and pad = n_W, the frame's top is one row too thick and hides the first row of
the picture.
"""

import numpy as np


def zero_pad(X, pad):
    out = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    n_H, n_W = X.shape[1:3]
    top = pad + (n_H - n_W == 1) * (pad // n_W == 1) * (pad % n_W == 0)
    out[:, :top] = 0
    return out
