"""Wrong: The im2col indices are kept under (n_H, n_W, f) without the stride: a later call with the same
output size and f but another stride reads old places.
"""

import numpy as np

_INDICES = {}


def _im2col_indices(n_H, n_W, f, stride):
    """Rows and columns of every window, shape (n_H, n_W, f, f). Only integers, so worth keeping."""
    key = (n_H, n_W, f)
    if key not in _INDICES:
        inside = np.arange(f)
        rows = (np.arange(n_H) * stride)[:, None, None, None] + inside[None, None, :, None]
        columns = (np.arange(n_W) * stride)[None, :, None, None] + inside[None, None, None, :]
        _INDICES[key] = rows, columns
    return _INDICES[key]


def conv_forward(A_prev, W, b, hparameters):
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, n_C = W.shape[0], W.shape[3]
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = (n_H_prev + 2 * pad - f) // stride + 1
    n_W = (n_W_prev + 2 * pad - f) // stride + 1
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0))).astype(np.float64)
    rows, columns = _im2col_indices(n_H, n_W, f, stride)
    cols = A_pad[:, rows, columns, :].reshape(m * n_H * n_W, f * f * n_C_prev)
    Z = cols @ W.reshape(-1, n_C) + b.reshape(1, n_C)
    return Z.reshape(m, n_H, n_W, n_C), (A_prev, W, b, hparameters)
