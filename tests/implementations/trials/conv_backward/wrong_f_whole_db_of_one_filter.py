"""Wrong: One filter whose bias is int64: db gets b's dtype and loses its fraction (dZ float64)."""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    dA, dW = np.zeros(A.shape), np.zeros(W.shape)
    _, n_H, n_W, n_C = dZ.shape
    if n_C == 1:
        db = np.empty_like(b)
        db[0, 0, 0, 0] = dZ.sum()
    else:
        db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, n_C)
    for i in range(f):
        for j in range(f):
            place = np.s_[:, i : i + (n_H - 1) * s + 1 : s, j : j + (n_W - 1) * s + 1 : s]
            dA[place] += dZ @ W[i, j].T
            dW[i, j] = np.tensordot(A[place], dZ, ((0, 1, 2), (0, 1, 2)))
    H, V = A_prev.shape[1:3]
    return dA[:, p : p + H, p : p + V], dW, db
