"""Wrong: The place of the largest number is looked for in float32: of 1 and 1 + 5e-8 it takes the first."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    windows = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::s, ::s]
    flat = windows.reshape(windows.shape[:4] + (-1,))
    if mode == "max":
        place = flat.astype("f").argmax(axis=-1)
        A = np.take_along_axis(flat, place[..., None], axis=-1)[..., 0]
    elif mode == "average":
        A = flat.mean(axis=-1)
    else:
        raise ValueError(mode)
    return A, (A_prev, hparameters)
