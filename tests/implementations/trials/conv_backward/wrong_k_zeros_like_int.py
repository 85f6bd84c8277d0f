"""Wrong: Wrong (kind 1): gradients take over the dtypes of image and filter: a whole-number A_prev or W
(with fractional dZ).
"""

import numpy as np


def conv_backward(dZ, cache):
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (f, f, n_C_prev, n_C) = W.shape
    (m, n_H, n_W, n_C) = dZ.shape
    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_prev_pad = np.zeros_like(A_prev_pad)
    dW = np.zeros_like(W)
    db = np.zeros((1, 1, 1, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                v, u = h * stride, w * stride
                for c in range(n_C):
                    g = float(dZ[i, h, w, c])
                    window = dA_prev_pad[i, v : v + f, u : u + f, :]
                    window[...] = window + W[:, :, :, c] * g
                    dW[:, :, :, c] = dW[:, :, :, c] + A_prev_pad[i, v : v + f, u : u + f, :] * g
                    db[0, 0, 0, c] += g
    n_H_prev, n_W_prev = A_prev.shape[1:3]
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db
