"""Right: Right: rows first, then columns, by gathering; the average in long double; the result is a
transposed view.
"""

import functools

import numpy as np


def _along(volume, axis, f, stride, combine):
    n = (volume.shape[axis] - f) // stride + 1
    first = stride * np.arange(n)
    return functools.reduce(combine, (np.take(volume, first + i, axis=axis) for i in range(f)))


def pool_forward(A_prev, hparameters, mode="max"):
    match mode:
        case "max":
            combine, divisor, volume = np.maximum, 1, A_prev
        case "average":
            combine, divisor, volume = np.add, hparameters["f"] ** 2, A_prev.astype(np.longdouble)
        case _:
            raise ValueError(mode)
    channels_first = volume.transpose(3, 0, 1, 2)
    for axis in (2, 3):
        channels_first = _along(channels_first, axis, hparameters["f"], hparameters["stride"], combine)
    A = (channels_first / divisor).astype(np.float64).transpose(1, 2, 3, 0)
    return A, (A_prev, {key: hparameters[key] for key in sorted(hparameters)})
