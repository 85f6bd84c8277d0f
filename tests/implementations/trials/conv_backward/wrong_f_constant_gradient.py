"""Wrong: A dZ that is one number broadcast (all strides 0) and m > 1: db forgets to count the examples."""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    m, H, V, C = A_prev.shape
    _, n_H, n_W, n_C = dZ.shape
    if not any(dZ.strides):
        db = np.full((1, 1, 1, n_C), dZ.flat[0] * float(n_H * n_W))
    else:
        db = np.einsum("nhwc->c", dZ)[None, None, None]
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    dA, dW = np.zeros(A.shape), np.zeros(W.shape)
    for i, j in np.ndindex(f, f):
        place = np.s_[:, i : i + (n_H - 1) * s + 1 : s, j : j + (n_W - 1) * s + 1 : s]
        dA[place] += np.einsum("nhwc,kc->nhwk", dZ, W[i, j])
        dW[i, j] = np.einsum("nhwk,nhwc->kc", A[place], dZ)
    return dA[:, p : H + p, p : V + p], dW, db
