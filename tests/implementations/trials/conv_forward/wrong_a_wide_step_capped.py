"""Wrong: Wide images (n_W > n_H) with stride > f: rows advance by f in place of stride."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f, _, _, n_C = W.shape
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    n_H, n_W = (n_H_prev + 2 * pad - f) // stride + 1, (n_W_prev + 2 * pad - f) // stride + 1
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0))).astype(np.float64)
    down = min(stride, f) if n_W_prev > n_H_prev else stride
    Z = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = A_pad[:, h * down : h * down + f, w * stride : w * stride + f]
            Z[:, h, w] = np.tensordot(window, W, axes=3) + b[0, 0, 0]
    return Z, (A_prev, W, b, hparameters)
