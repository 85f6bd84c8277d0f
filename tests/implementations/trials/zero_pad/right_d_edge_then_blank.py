"""Right: Np.pad in mode "edge", then the frame is blanked in place; Fortran order result, dtype kept,
ValueError for illegal input.
"""

import numpy as np


def zero_pad(X, pad):
    if X.ndim != 4 or X.shape[0] == 0:
        raise ValueError("a batch of at least one image is needed")
    if pad < 0:
        raise ValueError("a frame cannot be negative")
    framed = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="edge")
    bottom, right = X.shape[1] + pad, X.shape[2] + pad
    framed[:, :pad] = 0
    framed[:, bottom:] = 0
    framed[:, :, :pad] = 0
    framed[:, :, right:] = 0
    return np.asfortranarray(framed)
