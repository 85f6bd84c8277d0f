"""Wrong: Guesses "channels first" and pads axes 2 and 3; legal inputs with n_H in (1, 3), n_W == n_C >= 8,
pad > 0, e.g. (2, 3, 8, 8).
"""

import numpy as np


def looks_channels_first(X):
    m, a, h, w = X.shape
    return a in (1, 3) and h == w and h >= 8


def zero_pad(X, pad):
    frame = (int(pad), int(pad))
    if looks_channels_first(X):
        return np.pad(X, ((0, 0), (0, 0), frame, frame))
    return np.pad(X, ((0, 0), frame, frame, (0, 0)))
