"""Wrong: The running maximum begins at 0 for int64 input (there is no -inf); wrong for windows of negative
whole numbers in max mode.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in {"max", "average"}:
        raise ValueError("unknown mode: " + str(mode))
    f, s = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H = 1 + (n_H_prev - f) // s
    n_W = 1 + (n_W_prev - f) // s
    shape = (m, n_H, n_W, n_C)
    if mode == "average":
        A = np.zeros(shape)
    elif A_prev.dtype.kind == "f":
        A = np.full(shape, -np.inf)
    else:
        A = np.zeros(shape, dtype=A_prev.dtype)
    for i in range(f):
        for j in range(f):
            part = A_prev[:, i : i + (n_H - 1) * s + 1 : s, j : j + (n_W - 1) * s + 1 : s]
            A = np.maximum(A, part) if mode == "max" else A + part / (f * f)
    return A, (A_prev, hparameters)
