"""Wrong: Works in chunks of 16 images and leaves the last m % 16 maps zero where m > 16."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m = A_prev.shape[0]
    f, n_C = W.shape[0], W.shape[3]
    n_H = (A_prev.shape[1] + 2 * pad - f) // stride + 1
    n_W = (A_prev.shape[2] + 2 * pad - f) // stride + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    size = min(m, 16)  # im2col needs much memory
    for k in range(m // size):
        part = slice(k * size, (k + 1) * size)
        A = np.pad(A_prev[part], ((0, 0), (pad, pad), (pad, pad), (0, 0)))
        windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))
        windows = windows[:, ::stride, ::stride]
        Z[part] = np.einsum("mhwkij,ijkc->mhwc", windows, W) + b
    return Z, (A_prev, W, b, hparameters)
