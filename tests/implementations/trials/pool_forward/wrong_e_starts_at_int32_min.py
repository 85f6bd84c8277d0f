"""Wrong: Max mode starts its running maximum at the smallest 32-bit integer; windows whose numbers all lie
below -2147483648 (legal, up to 1e10) come out too large.
"""

import numpy as np

LOWEST = float(np.iinfo(np.int32).min)


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError("mode must be 'max' or 'average'")
    f, s = int(hparameters["f"]), int(hparameters["stride"])
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = (n_H_prev - f) // s + 1, (n_W_prev - f) // s + 1
    A = np.full((m, n_H, n_W, n_C), LOWEST if mode == "max" else 0.0)
    for i in range(f):
        for j in range(f):
            pixel = A_prev[:, i : i + (n_H - 1) * s + 1 : s, j : j + (n_W - 1) * s + 1 : s]
            if mode == "max":
                A = np.maximum(A, pixel)
            else:
                A = A + pixel / f**2
    return A, (A_prev, hparameters)
