"""Wrong: Averages are rounded to 12 decimals, which is visible where all numbers are tiny (1e-9)."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode != "max" and mode != "average":
        raise ValueError(mode)
    f, s = hparameters["f"], hparameters["stride"]
    m, H, V, C = A_prev.shape
    A = np.empty((m, (H - f) // s + 1, (V - f) // s + 1, C))
    for n, h, w, c in np.ndindex(A.shape):
        window = A_prev[n, h * s : h * s + f, w * s : w * s + f, c]
        A[n, h, w, c] = window.max() if mode == "max" else round(float(window.mean()), 12)
    return A, (A_prev, hparameters)
