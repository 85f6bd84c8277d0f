"""Wrong: Db has the bias's dtype, so a whole-number b (int64) truncates the sums of a float64 dZ."""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    _, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_pad = np.zeros(A_pad.shape)
    dW = np.zeros(W.shape)
    db = np.zeros_like(b)
    for h in range(n_H):
        for w in range(n_W):
            rows = slice(h * stride, h * stride + f)
            columns = slice(w * stride, w * stride + f)
            dA_pad[:, rows, columns] += np.einsum("ijkc,mc->mijk", W, dZ[:, h, w])
            dW += np.einsum("mijk,mc->ijkc", A_pad[:, rows, columns], dZ[:, h, w])
    db[0, 0, 0, :] = dZ.sum(axis=(0, 1, 2))
    dA_prev = dA_pad[:, pad : pad + A_prev.shape[1], pad : pad + A_prev.shape[2]]
    return dA_prev, dW, db
