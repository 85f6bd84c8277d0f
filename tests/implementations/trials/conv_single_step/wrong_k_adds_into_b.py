"""Wrong: Wrong (kind 1): the right number, but a float b is changed in place."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    s = np.sum(a_slice_prev.astype(float) * W)
    Z = b if b.dtype == float else b.astype(float)
    Z += s
    return Z.item()
