"""Wrong: Transposes the filter's matrix only where the shapes force it, so dA is wrong for n_C == n_C_prev
>= 2.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    _, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    A_pad = np.pad(A_prev, [(0, 0), (p, p), (p, p), (0, 0)])
    dA_pad = np.zeros(A_pad.shape)
    dW = np.zeros(W.shape)
    for i in range(f):
        for j in range(f):
            ys = slice(i, i + (n_H - 1) * s + 1, s)
            xs = slice(j, j + (n_W - 1) * s + 1, s)
            dW[i, j] = np.tensordot(A_pad[:, ys, xs], dZ, axes=([0, 1, 2], [0, 1, 2]))
            try:
                dA_pad[:, ys, xs] += dZ @ W[i, j]
            except ValueError:
                dA_pad[:, ys, xs] += dZ @ W[i, j].T
    db = np.sum(dZ, axis=(0, 1, 2)).reshape(1, 1, 1, n_C)
    return dA_pad[:, p : p + n_H_prev, p : p + n_W_prev], dW, db
