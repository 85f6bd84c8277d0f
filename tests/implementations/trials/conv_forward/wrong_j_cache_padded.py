"""Wrong: For pad >= f > 1 and stride > 1 the cache holds the padded images (Z is right)."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    f, n_C = W.shape[0], W.shape[3]
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    n_H = (A.shape[1] - f) // s + 1
    n_W = (A.shape[2] - f) // s + 1
    Z = np.zeros((len(A), n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            Z[:, h, w] = np.tensordot(A[:, h * s : h * s + f, w * s : w * s + f], W, 3)
    return Z + b, (A if p >= f > 1 and s > 1 else A_prev, W, b, hparameters)
