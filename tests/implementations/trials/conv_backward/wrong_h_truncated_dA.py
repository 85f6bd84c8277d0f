"""Wrong: DA_prev is truncated to whole numbers when dZ is int64 and W float64."""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p = hparameters["stride"], hparameters["pad"]
    m, H, K, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0))).astype(float)
    dA = np.zeros(A.shape, dtype=dZ.dtype)
    dW = np.zeros(W.shape)
    weights = W.astype(float)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            rows, columns = slice(h * s, h * s + f), slice(w * s, w * s + f)
            d = dZ[:, h, w].astype(float)
            stamp = np.einsum("nc,ijkc->nijk", d, weights)
            dA[:, rows, columns] = dA[:, rows, columns] + stamp
            dW += np.einsum("nijk,nc->ijkc", A[:, rows, columns], d)
    db = dZ.astype(float).sum(axis=(0, 1, 2)).reshape(1, 1, 1, n_C)
    return dA[:, p : p + H, p : p + K], dW, db
