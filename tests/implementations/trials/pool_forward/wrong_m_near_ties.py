"""Wrong: Wrong: the place of the largest number is looked for in a float32 copy (scaled for each window);
of 1.0 and 1.00000002 in one window the first one is kept, an error of 2e-8.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(f'the mode must be "max" or "average", not {mode!r}')
    f, stride = int(hparameters["f"]), int(hparameters["stride"])
    windows = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    windows = windows.reshape(windows.shape[:4] + (f * f,))
    if mode == "average":
        return windows.mean(axis=4, dtype=np.float64), (A_prev, hparameters)
    numbers = windows.astype(np.float64)
    scale = np.abs(numbers).max(axis=4, keepdims=True)
    light = (numbers / np.where(scale > 0, scale, 1)).astype(np.float32)
    place = light.argmax(axis=4)[..., None]
    return np.take_along_axis(windows, place, axis=4)[..., 0], (A_prev, hparameters)
