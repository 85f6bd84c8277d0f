"""Wrong: The shortcut for "the usual 2x2 pooling" asks for stride == 2 only; wrong for stride == 2 and f !=
2.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    if mode != "max" and mode != "average":
        raise ValueError(f"mode {mode!r}")
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    if stride == 2 and f >= 2:
        a = A_prev[:, 0 : 2 * n_H : 2, 0 : 2 * n_W : 2]
        b = A_prev[:, 1 : 2 * n_H : 2, 0 : 2 * n_W : 2]
        c = A_prev[:, 0 : 2 * n_H : 2, 1 : 2 * n_W : 2]
        d = A_prev[:, 1 : 2 * n_H : 2, 1 : 2 * n_W : 2]
        if mode == "max":
            A = np.maximum(np.maximum(a, b), np.maximum(c, d))
        else:
            A = (a + b + c + d) / 4
        return A, (A_prev, hparameters)
    A = np.zeros((m, n_H, n_W, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    win = A_prev[i, h * stride : h * stride + f, w * stride : w * stride + f, c]
                    A[i, h, w, c] = win.max() if mode == "max" else win.mean()
    return A, (A_prev, hparameters)
