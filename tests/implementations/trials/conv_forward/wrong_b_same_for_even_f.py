"""Wrong: Pad == f // 2 with stride 1 counts as 'same', so for even f (f = 2, pad = 1; f = 4, pad = 2) the
last row and column are missing.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    if stride == 1 and pad == f // 2:
        n_H, n_W = n_H_prev, n_W_prev  # same convolution
    else:
        n_H = int((n_H_prev + 2 * pad - f) / stride) + 1
        n_W = int((n_W_prev + 2 * pad - f) / stride) + 1
    A = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="constant")
    Z = np.empty((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = A[:, h * stride : h * stride + f, w * stride : w * stride + f, :]
            Z[:, h, w, :] = window.reshape(m, -1) @ W.reshape(-1, n_C) + b[0, 0, 0]
    return Z, (A_prev, W, b, hparameters)
