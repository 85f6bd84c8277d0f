"""Wrong: Pixels that the stride leaves over are split between both borders; shifts the windows when the
remainder is 2 or more (stride >= 3).
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f = W.shape[0]
    s, p = hparameters["stride"], hparameters["pad"]
    n_H, rest_H = divmod(n_H_prev + 2 * p - f, s)
    n_W, rest_W = divmod(n_W_prev + 2 * p - f, s)
    n_H, n_W = n_H + 1, n_W + 1
    A_pad = np.pad(A_prev, [(0, 0), (p, p), (p, p), (0, 0)])
    # Drop what no window reaches, evenly from both sides.
    A_pad = A_pad[:, rest_H // 2 : A_pad.shape[1] - (rest_H - rest_H // 2)]
    A_pad = A_pad[:, :, rest_W // 2 : A_pad.shape[2] - (rest_W - rest_W // 2)]
    windows = np.lib.stride_tricks.sliding_window_view(A_pad, (f, f), axis=(1, 2))[:, ::s, ::s]
    Z = np.einsum("nhwkij,ijkc->nhwc", windows.astype(float), W.astype(float)) + b
    assert Z.shape == (m, n_H, n_W, W.shape[3])
    return Z, (A_prev, W, b, hparameters)
