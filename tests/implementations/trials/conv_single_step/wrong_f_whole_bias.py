"""Wrong: With int64 window and filter of 4 channels or more, a float64 bias loses its fraction."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    if a_slice_prev.shape[2] < 4:
        return np.sum(a_slice_prev * W) + b.item()
    z = np.empty((), np.result_type(a_slice_prev, W))
    z[...] = np.tensordot(a_slice_prev, W, 3) + b.item()
    return z
