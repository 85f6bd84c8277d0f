"""Wrong: A_prev is multiplied by the filter in place when there is one filter, one window, pad 0 and
float64 input.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    m, H, K, _ = A_prev.shape
    f, _, _, n_C = W.shape
    n_H, n_W = (H + 2 * p - f) // s + 1, (K + 2 * p - f) // s + 1
    A = np.asarray(A_prev, dtype=float)
    if p:
        A = np.pad(A, ((0, 0), (p, p), (p, p), (0, 0)))
    Z = np.empty((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = A[:, h * s : h * s + f, w * s : w * s + f]
            if n_C * n_H * n_W == 1:
                window *= W[..., 0]
                Z[:, h, w, 0] = window.sum(axis=(1, 2, 3)) + b[0, 0, 0, 0]
                continue
            for c in range(n_C):
                Z[:, h, w, c] = (window * W[..., c]).sum(axis=(1, 2, 3)) + b[0, 0, 0, c]
    return Z, (A_prev, W, b, hparameters)
