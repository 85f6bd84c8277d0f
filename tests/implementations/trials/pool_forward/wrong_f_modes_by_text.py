"""Wrong: `mode in "max, average"` looks for a part of the text: modes like "ave", "ma", "" are taken
instead of ValueError.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in "max, average":
        raise ValueError(f"unknown mode {mode}")
    f, s = hparameters["f"], hparameters["stride"]
    m, H, V, C = A_prev.shape
    A = np.zeros((m, (H - f) // s + 1, (V - f) // s + 1, C))
    for h in range(A.shape[1]):
        for w in range(A.shape[2]):
            window = A_prev[:, h * s : h * s + f, w * s : w * s + f]
            A[:, h, w] = window.max(axis=(1, 2)) if mode == "max" else window.mean(axis=(1, 2))
    return A, (A_prev, hparameters)
