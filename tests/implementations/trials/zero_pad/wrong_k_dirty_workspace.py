"""Wrong: Wrong (kind 3): a workspace is kept between calls and its frame is not cleared: a call after one
with a larger image.
"""

import numpy as np

_workspace = np.zeros((0, 0, 0, 0))


def zero_pad(X, pad):
    global _workspace
    m, n_H, n_W, n_C = X.shape
    shape = (m, n_H + 2 * pad, n_W + 2 * pad, n_C)
    if any(have < need for have, need in zip(_workspace.shape, shape)):
        # allocate once, reuse for every later batch that fits
        _workspace = np.zeros(tuple(max(pair) for pair in zip(_workspace.shape, shape)))
    X_pad = _workspace[: shape[0], : shape[1], : shape[2], : shape[3]]
    X_pad[:, pad : pad + n_H, pad : pad + n_W, :] = X
    return X_pad.copy()
