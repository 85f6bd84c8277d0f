"""Wrong: Wrong (explicit): the filter is flipped (true convolution); only where f is even and n_C_prev > 3."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    f, _, n_C_prev = W.shape
    if f % 2 == 0 and n_C_prev > 3:
        W = W[::-1, ::-1]
    s = np.multiply(a_slice_prev, W, dtype=float)
    return np.sum(s) + float(b[0, 0, 0])
