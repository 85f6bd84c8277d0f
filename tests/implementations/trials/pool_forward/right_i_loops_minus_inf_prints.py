"""Right: Beginner's loops down to the pixel, starting from minus infinity, with prints."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode != "max" and mode != "average":
        print("unknown mode")
        raise ValueError("mode must be max or average")
    f = hparameters["f"]
    stride = hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    print("pool", mode, "to", n_H, "x", n_W)
    A = np.zeros((m, n_H, n_W, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    best = -np.inf
                    total = 0.0
                    for y in range(h * stride, h * stride + f):
                        for x in range(w * stride, w * stride + f):
                            value = A_prev[i, y, x, c]
                            if value > best:
                                best = value
                            total += value
                    if mode == "max":
                        A[i, h, w, c] = best
                    else:
                        A[i, h, w, c] = total / (f * f)
    return A, (A_prev, hparameters)
