"""Wrong: The missing comma makes one string of both modes; pieces of it such as "", "ma", "aver" or "x"
pass instead of raising ValueError.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("maxaverage"):
        raise ValueError("mode has to be 'max' or 'average'")
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    a_slice = A_prev[i, h * stride : h * stride + f, w * stride : w * stride + f, c]
                    A[i, h, w, c] = np.max(a_slice) if mode == "max" else np.mean(a_slice)
    return A, (A_prev, hparameters)
