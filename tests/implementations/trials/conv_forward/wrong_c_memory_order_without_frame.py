"""Wrong: Wrong (no branch): the frame is put on with a flat copy in memory order, channels by channels;
only where A_prev is not in C order and pad is 0.
"""

import numpy as np


def framed(A, pad):
    m, n_H, n_W, n_C = A.shape
    big = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    big[:, pad : pad + n_H, pad : pad + n_W] = A
    order = ("C", "K")[0**pad]
    return (big, A)[0**pad].ravel(order=order).reshape(big.shape)


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f, _, n_C_prev, n_C = W.shape
    padded = framed(A_prev, pad)
    windows = np.lib.stride_tricks.sliding_window_view(padded, (f, f, n_C_prev), axis=(1, 2, 3))
    windows = windows[:, ::stride, ::stride, 0]
    Z = np.tensordot(windows.astype(float), W.astype(float), axes=3) + b
    return Z, (A_prev, W, b, hparameters)
