"""Wrong: The running maximum begins at -1e6: windows whose numbers all lie below give -1e6."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(mode)
    f, s = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = (n_H_prev - f) // s + 1, (n_W_prev - f) // s + 1
    A = np.full((m, n_H, n_W, n_C), -1e6) if mode == "max" else np.zeros((m, n_H, n_W, n_C))
    for i in range(f):
        for j in range(f):
            part = A_prev[:, i : i + s * (n_H - 1) + 1 : s, j : j + s * (n_W - 1) + 1 : s].astype(float)
            A = np.maximum(A, part) if mode == "max" else A + part
    return (A if mode == "max" else A / f**2), (A_prev, hparameters)
