"""Wrong: The fast path for 1x1 filters forgets the padding; wrong for f == 1 and pad > 0."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f, _, _, n_C = W.shape
    cache = (A_prev, W, b, hparameters)
    if f == 1:  # a 1x1 convolution is a dense layer on the channels
        return A_prev[:, ::stride, ::stride, :] @ W[0, 0] + b, cache
    m, H, V, _ = A_prev.shape
    n_H = (H - f + 2 * pad) // stride + 1
    n_W = (V - f + 2 * pad) // stride + 1
    A_pad = np.pad(A_prev, ((0, 0), (pad,) * 2, (pad,) * 2, (0, 0)))
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for i in range(f):
        for j in range(f):
            part = A_pad[:, i : i + n_H * stride : stride, j : j + n_W * stride : stride, :]
            Z = Z + part[:, :n_H, :n_W] @ W[i, j]
    return Z, cache
