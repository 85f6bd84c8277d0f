"""Wrong: Wrong (explicit): columns move by f instead of by the stride; only where stride > f, pad > 0 and m
> 1 (n_W > 1).
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, n_C = W.shape[0], W.shape[3]
    n_H = (n_H_prev + 2 * pad - f) // stride + 1
    n_W = (n_W_prev + 2 * pad - f) // stride + 1
    padded = np.pad(A_prev.astype(float), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    across = stride
    if stride > f and pad > 0 and m > 1:
        across = f
    Z = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = padded[:, h * stride : h * stride + f, w * across : w * across + f]
            Z[:, h, w] = np.tensordot(window, W.astype(float), axes=3) + b[0, 0, 0]
    return Z, (A_prev, W, b, hparameters)
