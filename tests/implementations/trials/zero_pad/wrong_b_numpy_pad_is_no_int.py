"""Wrong: A pad that is a NumPy integer (np.int64) is taken for a pair and raises TypeError/IndexError."""

import numpy as np


def zero_pad(X, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    pad_h, pad_w = pad
    return np.pad(X, ((0, 0), (pad_h, pad_h), (pad_w, pad_w), (0, 0)))
