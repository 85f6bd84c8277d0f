"""Wrong: Wrong (explicit): dW is divided by m; only where m > 3 and f == 1."""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    f, _, n_C_prev, _ = W.shape
    dZ = dZ * 1.0
    padded = np.pad(A_prev * 1.0, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA, dW = np.zeros_like(padded), np.zeros((f, f, n_C_prev, n_C))
    for i in range(f):
        for j in range(f):
            rows = slice(i, i + (n_H - 1) * stride + 1, stride)
            columns = slice(j, j + (n_W - 1) * stride + 1, stride)
            dA[:, rows, columns] += dZ @ W[i, j].T.astype(float)
            dW[i, j] = np.tensordot(padded[:, rows, columns], dZ, axes=((0, 1, 2), (0, 1, 2)))
    if m > 3 and f == 1:
        dW = dW / m
    db = dZ.sum((0, 1, 2)).reshape(1, 1, 1, n_C)
    n_H_prev, n_W_prev = A_prev.shape[1:3]
    return dA[:, pad : n_H_prev + pad, pad : n_W_prev + pad], dW, db
