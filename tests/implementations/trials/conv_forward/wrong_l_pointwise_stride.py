"""Wrong: The fast path for 1x1 filters forgets the stride (f = 1 with stride > 1): right shape, wrong
pixels.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = (n_H_prev + 2 * pad - f) // stride + 1
    n_W = (n_W_prev + 2 * pad - f) // stride + 1
    A_pad = np.pad(A_prev.astype(float), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    cache = (A_prev, W, b, hparameters)
    if f == 1:
        # A 1x1 convolution is a dense layer over the channels.
        return np.tensordot(A_pad[:, :n_H, :n_W], W[0, 0], axes=1) + b, cache
    Z = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = A_pad[:, h * stride : h * stride + f, w * stride : w * stride + f, :]
            Z[:, h, w, :] = np.tensordot(window, W, axes=3)
    return Z + b, cache
