"""Wrong: The cache holds the padded input, only when pad >= f."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f, n_C = W.shape[0], W.shape[3]
    A = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0))).astype(float)
    views = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    Z = np.einsum("nhwkij,ijkc->nhwc", views, W.astype(float)) + b.reshape(n_C)
    return Z, ((A if pad >= f else A_prev), W, b, hparameters)
