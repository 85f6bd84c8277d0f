"""Wrong: Stride and pad are unpacked by position; {"pad": ..., "stride": ...} in the cache exchanges them."""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters.values()
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f = W.shape[0]
    _, n_H, n_W, n_C = dZ.shape
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0))).astype(float)
    dA_pad = np.zeros(A_pad.shape)
    dW = np.zeros(W.shape)
    for h in range(n_H):
        for w in range(n_W):
            rows = slice(h * stride, h * stride + f)
            columns = slice(w * stride, w * stride + f)
            g = dZ[:, h, w, :].astype(float)
            dA_pad[:, rows, columns, :] += np.einsum("nc,ijkc->nijk", g, W)
            dW += np.einsum("nijk,nc->ijkc", A_pad[:, rows, columns, :], g)
    db = dZ.sum(axis=(0, 1, 2), dtype=float).reshape(1, 1, 1, n_C)
    return dA_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :], dW, db
