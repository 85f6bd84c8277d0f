"""Wrong: Maps one column wide are treated as if windows could not overlap: dA is overwritten for stride < f
and n_H > 1.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    dA, dW = np.zeros(A.shape), np.zeros(W.shape)
    _, n_H, n_W, _ = dZ.shape
    apart = s >= f or n_W == 1
    for h in range(n_H):
        for w in range(n_W):
            place = np.s_[:, h * s : h * s + f, w * s : w * s + f]
            stamp = np.tensordot(dZ[:, h, w], W, (1, 3))
            if apart:
                dA[place] = stamp
            else:
                dA[place] += stamp
            dW += np.tensordot(A[place], dZ[:, h, w], (0, 0))
    H, V = A_prev.shape[1:3]
    return dA[:, p : p + H, p : p + V], dW, dZ.sum(axis=(0, 1, 2), keepdims=True)
