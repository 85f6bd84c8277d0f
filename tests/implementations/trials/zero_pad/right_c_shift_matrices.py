"""Right: Style: multiplication with shifted identity matrices from both sides."""

import numpy as np


def zero_pad(X, pad):
    down = np.eye(X.shape[1], X.shape[1] + 2 * pad, k=pad)
    right = np.eye(X.shape[2], X.shape[2] + 2 * pad, k=pad)
    taller = np.tensordot(X, down, axes=(1, 0))  # m, W, C, H'
    wider = np.tensordot(taller, right, axes=(1, 0))  # m, C, H', W'
    return wider.transpose(0, 2, 3, 1)
