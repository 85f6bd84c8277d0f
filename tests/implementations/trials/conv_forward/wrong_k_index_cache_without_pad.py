"""Wrong: Wrong (kind 3): im2col indices are remembered by size, f and stride but not by pad: two calls that
differ in pad only.
"""

import numpy as np

_indices = {}


def _im2col_indices(n_H_prev, n_W_prev, f, stride, pad):
    key = (n_H_prev, n_W_prev, f, stride)
    if key not in _indices:
        n_H = (n_H_prev + 2 * pad - f) // stride + 1
        n_W = (n_W_prev + 2 * pad - f) // stride + 1
        rows = stride * np.arange(n_H)[:, None] + np.arange(f)
        columns = stride * np.arange(n_W)[:, None] + np.arange(f)
        _indices[key] = rows[:, None, :, None], columns[None, :, None, :]
    return _indices[key]


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, _, _, n_C = W.shape
    rows, columns = _im2col_indices(n_H_prev, n_W_prev, f, stride, pad)
    A_pad = np.pad(A_prev.astype(float), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    patches = A_pad[:, rows, columns, :]
    n_H, n_W = patches.shape[1:3]
    Z = patches.reshape(m * n_H * n_W, -1) @ W.reshape(-1, n_C) + b.reshape(1, n_C)
    return Z.reshape(m, n_H, n_W, n_C), (A_prev, W, b, hparameters)
