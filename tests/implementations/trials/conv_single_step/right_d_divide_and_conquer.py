"""Right: Recursion that halves the longest axis of the views; returns a 0-d array."""

import numpy as np


def _weigh(a, w):
    if a.size == 1:
        return a.item() * w.item()
    axis = int(np.argmax(a.shape))
    half = a.shape[axis] // 2
    first = [slice(None)] * a.ndim
    second = [slice(None)] * a.ndim
    first[axis], second[axis] = slice(None, half), slice(half, None)
    return _weigh(a[tuple(first)], w[tuple(first)]) + _weigh(a[tuple(second)], w[tuple(second)])


def conv_single_step(a_slice_prev, W, b):
    # item() gives Python numbers: whole ones are exact, however large.
    return np.array(float(_weigh(a_slice_prev, W) + b.item()))
