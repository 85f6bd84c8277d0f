"""Wrong: 1x1 filters with n_C == n_C_prev > 1: dZ is multiplied by W and not by its transpose ("the shapes
fit").
"""

import numpy as np


def _backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    dZ, W = dZ.astype(float), W.astype(float)
    _, n_H, n_W, _ = dZ.shape
    n_H_prev, n_W_prev = A_prev.shape[1:3]
    A_pad = np.pad(A_prev.astype(float), ((0, 0), (p, p), (p, p), (0, 0)))
    dA, dW = np.zeros_like(A_pad), np.zeros_like(W)
    for i in range(f):
        for j in range(f):
            rows, cols = slice(i, i + s * (n_H - 1) + 1, s), slice(j, j + s * (n_W - 1) + 1, s)
            dA[:, rows, cols] += dZ @ W[i, j].T
            dW[i, j] = np.tensordot(A_pad[:, rows, cols], dZ, axes=([0, 1, 2], [0, 1, 2]))
    db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, -1)
    return dA[:, p : p + n_H_prev, p : p + n_W_prev], dW, db


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    dA, dW, db = _backward(dZ, cache)
    if W.shape[0] == 1:
        s, p = hparameters["stride"], hparameters["pad"]
        m, n_H, n_W, n_C = A_prev.shape
        w = W[0, 0] if W.shape[2] == W.shape[3] else W[0, 0].T
        framed = np.zeros((m, n_H + 2 * p, n_W + 2 * p, n_C))
        framed[:, ::s, ::s] = dZ.astype(float) @ w.astype(float)
        dA = framed[:, p : p + n_H, p : p + n_W]
    return dA, dW, db
