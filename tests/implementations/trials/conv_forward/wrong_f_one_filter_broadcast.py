"""Wrong: Filters that are one filter broadcast (stride 0 in memory along n_C) all get the first filter's
bias.
"""

import numpy as np


def _maps(A, W, b, s):
    f = W.shape[0]
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::s, ::s]
    return np.einsum("nhwkij,ijkc->nhwc", windows, W) + b


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    if W.strides[3] == 0 and W.shape[3] > 1:
        Z = np.repeat(_maps(A, W[..., :1], b[..., :1], s), W.shape[3], axis=3)
    else:
        Z = _maps(A, W, b, s)
    return Z, (A_prev, W, b, hparameters)
