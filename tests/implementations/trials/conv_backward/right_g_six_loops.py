"""Right: Naive scalar loops, gradients of every pixel by index arithmetic without any padded array."""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p = hparameters["stride"], hparameters["pad"]
    m, H, V, K = A_prev.shape
    f = len(W)
    dA = np.zeros((m, H, V, K))
    dW = np.zeros(W.shape)
    db = np.zeros((1, 1, 1, W.shape[3]))
    for n, h, w, c in np.ndindex(*dZ.shape):
        g = float(dZ[n, h, w, c])
        db[0, 0, 0, c] += g
        for i in range(f):
            for j in range(f):
                y, x = h * s + i - p, w * s + j - p
                if y < 0 or x < 0 or y >= H or x >= V:
                    continue
                for k in range(K):
                    dA[n, y, x, k] += W[i, j, k, c] * g
                    dW[i, j, k, c] += A_prev[n, y, x, k] * g
    return dA, dW, db
