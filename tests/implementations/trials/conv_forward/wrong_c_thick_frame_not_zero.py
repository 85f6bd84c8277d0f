"""Wrong: Wrong (explicit): the frame repeats the border; only where pad >= f and n_C_prev > n_C."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, n_C = W.shape[0], W.shape[3]
    mode = "constant"
    if pad >= f and n_C_prev > n_C:
        mode = "edge"
    padded = np.pad(A_prev.astype(float), [(0, 0), (pad, pad), (pad, pad), (0, 0)], mode)
    n_H = (n_H_prev + 2 * pad - f) // stride + 1
    n_W = (n_W_prev + 2 * pad - f) // stride + 1
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for i in range(f):
        for j in range(f):
            rows = slice(i, i + (n_H - 1) * stride + 1, stride)
            columns = slice(j, j + (n_W - 1) * stride + 1, stride)
            Z += padded[:, rows, columns] @ W[i, j].astype(float)
    return Z, (A_prev, W, b, hparameters)
