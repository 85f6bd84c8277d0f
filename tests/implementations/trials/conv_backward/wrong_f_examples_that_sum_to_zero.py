"""Wrong: An example whose dZ sums to zero (up to rounding) is skipped, though its dZ is not zero."""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    m, H, V, _ = A_prev.shape
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    dA, dW = np.zeros(A.shape), np.zeros(W.shape)
    for n in range(m):
        if abs(dZ[n].sum()) <= 1e-13 * np.abs(dZ).max():
            continue  # this example is learned
        for h in range(dZ.shape[1]):
            for w in range(dZ.shape[2]):
                place = np.s_[n, h * s : h * s + f, w * s : w * s + f]
                dA[place] += W @ dZ[n, h, w]
                dW += A[place][..., None] * dZ[n, h, w]
    return dA[:, p : p + H, p : p + V], dW, dZ.sum(axis=(0, 1, 2), keepdims=True)
