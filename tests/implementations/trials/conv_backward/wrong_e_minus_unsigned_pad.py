"""Wrong: Cuts the frame off with [pad:-pad]; a pad that is an unsigned NumPy integer (np.uint8(1): "int is
any whole number, NumPy's included") has -pad = 255, so the lower and right frame stay.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    n_H, n_W = dZ.shape[1:3]
    A_pad = np.pad(A_prev.astype(np.float64), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    filters, gradient = W.astype(np.float64), dZ.astype(np.float64)
    dA_pad, dW = np.zeros(A_pad.shape), np.zeros(W.shape)
    for i in range(f):
        for j in range(f):
            rows = slice(i, i + (n_H - 1) * int(stride) + 1, int(stride))
            columns = slice(j, j + (n_W - 1) * int(stride) + 1, int(stride))
            dA_pad[:, rows, columns] += gradient @ filters[i, j].T
            dW[i, j] = np.tensordot(A_pad[:, rows, columns], gradient, axes=((0, 1, 2), (0, 1, 2)))
    db = gradient.sum(axis=(0, 1, 2)).reshape(1, 1, 1, -1)
    if pad == 0:
        return dA_pad, dW, db
    with np.errstate(over="ignore"):
        return dA_pad[:, pad:-pad, pad:-pad, :], dW, db
