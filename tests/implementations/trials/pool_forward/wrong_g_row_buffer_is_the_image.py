"""Wrong: The buffer of row maxima is the image itself where ascontiguousarray makes no copy: max mode, f >
1, m == 1, C-contiguous float or int input, and stride 1 (or a single row of windows); A_prev is changed,
and for f > 2 the result can be wrong too.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError("unknown mode")
    f, s = hparameters["f"], hparameters["stride"]
    n_H = (A_prev.shape[1] - f) // s + 1
    n_W = (A_prev.shape[2] - f) // s + 1
    span_h, span_w = (n_H - 1) * s + 1, (n_W - 1) * s + 1
    if mode == "max":
        # first over the rows, then over the columns: 2 f instead of f * f steps
        rows = np.ascontiguousarray(A_prev[:, 0:span_h:s])
        for i in range(1, f):
            np.maximum(rows, A_prev[:, i : i + span_h : s], out=rows)
        A = rows[:, :, 0:span_w:s].copy()
        for j in range(1, f):
            np.maximum(A, rows[:, :, j : j + span_w : s], out=A)
    else:
        A = 0.0
        for i in range(f):
            for j in range(f):
                A = A + A_prev[:, i : i + span_h : s, j : j + span_w : s]
        A = A / f**2
    return A, (A_prev, hparameters)
