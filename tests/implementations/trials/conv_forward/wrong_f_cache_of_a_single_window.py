"""Wrong: Where there is one window only, the cache says stride 1 instead of the stride given."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    m, H, V, _ = A_prev.shape
    f, n_C = W.shape[0], W.shape[3]
    n_H, n_W = (H + 2 * p - f) // s + 1, (V + 2 * p - f) // s + 1
    if n_H == n_W == 1:
        hparameters = {"stride": 1, "pad": p}  # it never moves
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    Z = np.zeros((m, n_H, n_W, n_C))
    for i in range(f):
        for j in range(f):
            Z += A[:, i : i + s * n_H : s, j : j + s * n_W : s][:, :n_H, :n_W] @ W[i, j]
    return Z + b, (A_prev, W, b, hparameters)
