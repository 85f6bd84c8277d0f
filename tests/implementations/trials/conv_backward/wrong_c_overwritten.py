"""Wrong: Wrong (explicit): dA of a window is overwritten instead of added to; only where stride < f, n_C >
4 and n_W > n_H.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    A, K, D = A_prev.astype(float), W.astype(float), dZ.astype(float)
    A = np.pad(A, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA, dW = np.zeros(A.shape), np.zeros(W.shape)
    for h in range(n_H):
        for w in range(n_W):
            where = np.s_[:, h * stride : h * stride + f, w * stride : w * stride + f]
            stamp = np.tensordot(D[:, h, w], K, axes=(1, 3))
            if stride < f and n_C > 4 and n_W > n_H:
                dA[where] = stamp
            else:
                dA[where] += stamp
            dW += np.tensordot(A[where], D[:, h, w], axes=(0, 0))
    db = D.sum(axis=(0, 1, 2), keepdims=True)
    return dA[:, pad : pad + A_prev.shape[1], pad : pad + A_prev.shape[2]], dW, db
