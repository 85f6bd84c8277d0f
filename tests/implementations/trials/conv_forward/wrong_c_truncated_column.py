"""Wrong: Wrong (no branch): the column where a window begins is a truncated fraction, one pixel too far
left now and then; only for some (n_W, stride), e.g. 22, 23, 26, 39 with stride 1, 11 with stride 3 (15 / 22
* 22 < 15).
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, _, _, n_C = W.shape
    n_H = 1 + (n_H_prev + 2 * pad - f) // stride
    n_W = 1 + (n_W_prev + 2 * pad - f) // stride
    padded = np.pad(A_prev.astype(float), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    kernel = W.astype(float).reshape(-1, n_C)
    Z = np.empty((m, n_H, n_W, n_C))
    for w in range(n_W):
        left = int(w / n_W * (n_W * stride))
        for h in range(n_H):
            window = padded[:, h * stride : h * stride + f, left : left + f]
            Z[:, h, w] = window.reshape(m, -1) @ kernel
    return Z + b, (A_prev, W, b, hparameters)
