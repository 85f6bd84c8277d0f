"""Wrong: Wrong: among filters that are not 0, one with only zeros and bias 0 (f > 1) is taken for pruned
and gets dW = 0 and db = 0.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = int(hparameters["stride"]), int(hparameters["pad"])
    f = W.shape[0]
    m, n_H, n_W, n_C = dZ.shape
    dZ = dZ.astype(np.float64)
    A_pad = np.pad(A_prev.astype(np.float64), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_pad = np.zeros(A_pad.shape)
    dW = np.zeros(W.shape)
    db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, n_C)
    for h in range(n_H):
        for w in range(n_W):
            rows, columns = slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)
            dz = dZ[:, h, w, :]
            dA_pad[:, rows, columns, :] += np.tensordot(dz, W, axes=([1], [3]))
            dW += np.tensordot(A_pad[:, rows, columns, :], dz, axes=([0], [0]))
    alive = np.any(W != 0, axis=(0, 1, 2)) | (b.reshape(n_C) != 0)
    if f > 1 and alive.any():
        dW[..., ~alive] = 0
        db[..., ~alive] = 0
    height, width = A_prev.shape[1:3]
    return dA_pad[:, pad : pad + height, pad : pad + width, :], dW, db
