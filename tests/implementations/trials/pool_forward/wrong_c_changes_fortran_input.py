"""Wrong: Wrong (no branch): A_prev itself is divided by f * f (argument and cache changed); only for
"average" where f > 1 and A_prev is float64 and Fortran-contiguous.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    numbers = np.asfortranarray(A_prev, dtype=np.float64)
    recipes = {"max": (1, np.max, None), "average": (f * f, np.sum, numbers)}
    try:
        share, reduce, room = recipes[mode]
    except KeyError as error:
        raise ValueError(mode) from error
    numbers = np.divide(numbers, share, out=room)
    windows = np.lib.stride_tricks.sliding_window_view(numbers, (f, f), axis=(1, 2))
    return reduce(windows[:, ::stride, ::stride], axis=(-2, -1)), (A_prev, hparameters)
