"""Wrong: Max of int64 begins at -2**31, so windows with only smaller numbers are wrong."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(mode)
    f, s = hparameters["f"], hparameters["stride"]
    m, H, V, C = A_prev.shape
    n_H, n_W = (H - f) // s + 1, (V - f) // s + 1
    shifted = [A_prev[:, i:, j:][:, ::s, ::s][:, :n_H, :n_W] for i in range(f) for j in range(f)]
    if mode == "average":
        A = sum(shifted) / f**2
    else:
        lowest = -np.inf if A_prev.dtype.kind == "f" else np.iinfo(np.int32).min
        A = np.full((m, n_H, n_W, C), lowest, A_prev.dtype)
        for numbers in shifted:
            A = np.maximum(A, numbers)
    return A, (A_prev, hparameters)
