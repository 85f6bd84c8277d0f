"""Wrong: Wrong (kind 3): dW is a buffer that is kept per filter shape: a second call with the same shape
changes the first result.
"""

import numpy as np

_buffers = {}


def _buffer(shape):
    """An array of zeros, allocated only once for each shape."""
    if shape not in _buffers:
        _buffers[shape] = np.empty(shape)
    _buffers[shape].fill(0)
    return _buffers[shape]


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f = W.shape[0]
    _, n_H, n_W, n_C = dZ.shape
    A_pad = np.pad(A_prev.astype(float), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_pad = np.zeros(A_pad.shape)
    dW = _buffer(W.shape)
    for i in range(f):
        for j in range(f):
            rows = slice(i, i + n_H * stride, stride)
            columns = slice(j, j + n_W * stride, stride)
            dA_pad[:, rows, columns] += dZ.astype(float) @ W[i, j].T
            dW[i, j] += np.einsum("mhwk,mhwc->kc", A_pad[:, rows, columns], dZ)
    db = np.sum(dZ, axis=(0, 1, 2), keepdims=True, dtype=float)
    return dA_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev], dW, db
