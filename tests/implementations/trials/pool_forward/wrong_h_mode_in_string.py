"""Wrong: Modes that are part of the text 'max average' ('', 'ma', 'aver', 'x') raise no ValueError."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in "max average":
        raise ValueError(f"unknown mode {mode!r}")
    f, s = hparameters["f"], hparameters["stride"]
    views = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::s, ::s]
    A = views.max(axis=(4, 5)) if mode == "max" else views.mean(axis=(4, 5))
    return A, (A_prev, hparameters)
