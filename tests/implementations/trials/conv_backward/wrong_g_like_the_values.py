"""Wrong: Gradients get the dtype of their values (zeros_like); truncated when A_prev or W is int64 and dZ
or the other one is fractional.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    m, H, V, K = A_prev.shape
    _, n_H, n_W, n_C = dZ.shape
    A_pad = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    dA_pad = np.zeros_like(A_pad)
    dW = np.zeros_like(W)
    for i in range(f):
        for j in range(f):
            a = A_pad[:, i : i + n_H * s : s, j : j + n_W * s : s][:, :n_H, :n_W]
            dW[i, j] = np.einsum("nhwk,nhwc->kc", a, dZ)
            d = dA_pad[:, i : i + n_H * s : s, j : j + n_W * s : s][:, :n_H, :n_W]
            d[...] = d + dZ @ W[i, j].T
    db = np.sum(dZ, axis=(0, 1, 2)).reshape(b.shape)
    return dA_pad[:, p : p + H, p : p + V, :], dW, db
