"""Wrong: The fast path for f == 1 takes the first channel only; wrong for f == 1 and n_C_prev > 1."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    f = W.shape[0]
    bias = b.ravel()[0]
    if f == 1:
        return a_slice_prev[0, 0, 0] * W[0, 0, 0] + bias
    total = 0.0
    for i in range(f):
        for j in range(f):
            total += np.dot(a_slice_prev[i, j], W[i, j])
    return total + bias
