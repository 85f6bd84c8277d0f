"""Wrong: Windows begin at h * f and w * f instead of h * stride, only when stride > f."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    A = np.pad(A_prev.astype(float), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    n_H = (A.shape[1] - f) // stride + 1
    n_W = (A.shape[2] - f) // stride + 1
    step = min(stride, f)
    Z = np.zeros((A.shape[0], n_H, n_W, W.shape[3]))
    for h in range(n_H):
        for w in range(n_W):
            window = A[:, h * step : h * step + f, w * step : w * step + f]
            Z[:, h, w] = np.tensordot(window, W.astype(float), 3) + b[0, 0]
    return Z, (A_prev, W, b, hparameters)
