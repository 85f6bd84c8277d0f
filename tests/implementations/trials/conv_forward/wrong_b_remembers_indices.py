"""Wrong: Im2col indices are remembered by height, f, stride and pad only: a later image of the same height
and another width gets the old ones.
"""

import numpy as np

_indices = {}


def _windows(n_H_prev, n_W_prev, f, stride, pad):
    key = (n_H_prev, f, stride, pad)
    if key not in _indices:
        rows = np.arange(0, n_H_prev + 2 * pad - f + 1, stride)
        columns = np.arange(0, n_W_prev + 2 * pad - f + 1, stride)
        i = rows[:, None, None, None] + np.arange(f)[None, None, :, None]
        j = columns[None, :, None, None] + np.arange(f)[None, None, None, :]
        _indices[key] = np.broadcast_arrays(i, j)
    return _indices[key]


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    A = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    i, j = _windows(A_prev.shape[1], A_prev.shape[2], W.shape[0], stride, pad)
    Z = np.tensordot(A[:, i, j], W, axes=3) + b
    return Z, (A_prev, W, b, hparameters)
