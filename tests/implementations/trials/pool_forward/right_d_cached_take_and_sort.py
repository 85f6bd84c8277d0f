"""Right: Gather with an index table cached by shape, sort each window and take the last, or a dot product
with 1/f^2.
"""

import functools

import numpy as np


@functools.cache
def _places(n_H, n_W, f, stride):
    places = tuple(
        tuple((h + i) * n_W + w + j for i in range(f) for j in range(f))
        for h in range(0, n_H - f + 1, stride)
        for w in range(0, n_W - f + 1, stride)
    )
    return (n_H - f) // stride + 1, (n_W - f) // stride + 1, places


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(mode)
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f = int(hparameters["f"])
    n_H, n_W, places = _places(n_H_prev, n_W_prev, f, int(hparameters["stride"]))
    windows = A_prev.transpose(0, 3, 1, 2).reshape(m, n_C, -1).take(np.array(places), axis=2)
    if mode == "max":
        windows.sort(axis=-1)
        flat = windows[..., -1]
    else:
        flat = windows.astype(float) @ np.full(f * f, 1 / (f * f))
    A = flat.reshape(m, n_C, n_H, n_W).transpose(0, 2, 3, 1)
    return A, (A_prev.copy(), dict(hparameters))
