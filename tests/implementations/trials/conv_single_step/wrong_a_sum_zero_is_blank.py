"""Wrong: A window that sums to exactly 0 is taken for blank: gives only b although pixels cancel (1, -1)."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    a = a_slice_prev.astype(np.float64)
    bias = float(np.squeeze(b))
    if a.sum() == 0:
        return bias
    return float((a * W).sum()) + bias
