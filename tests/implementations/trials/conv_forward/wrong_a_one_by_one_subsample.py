"""Wrong: 1x1 filters with stride > 1 and pad > 0: takes every s-th pixel of the bare image and frames the
small map afterwards, so the grid begins at the image's corner and not at the frame's.
"""

import numpy as np


def _windows(A_pad, f, s):
    v = np.lib.stride_tricks.sliding_window_view(A_pad, (f, f), axis=(1, 2))
    return v[:, ::s, ::s]  # m, n_H, n_W, n_C_prev, f, f


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    n_H, n_W = (n_H_prev + 2 * p - f) // s + 1, (n_W_prev + 2 * p - f) // s + 1
    if f == 1:
        small = A_prev[:, ::s, ::s].astype(float) @ W[0, 0].astype(float)
        Z = np.zeros((m, n_H, n_W, W.shape[3]))
        top = -(-p // s)
        small = small[:, : n_H - top, : n_W - top]
        Z[:, top : top + small.shape[1], top : top + small.shape[2]] = small
        return Z + b, (A_prev, W, b, hparameters)
    A_pad = np.pad(A_prev.astype(float), ((0, 0), (p, p), (p, p), (0, 0)))
    Z = np.einsum("nhwkij,ijkc->nhwc", _windows(A_pad, f, s), W.astype(float)) + b
    return Z, (A_prev, W, b, hparameters)
