"""Wrong: A 1x1 window with two or more channels adds into the bias: the argument b is changed."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    f, _, channels = W.shape
    if f == 1 and channels > 1 and b.dtype == float:
        total = b.reshape(-1)
        total += a_slice_prev[0, 0] @ W[0, 0]
        return float(total[0])
    return float(np.sum(a_slice_prev * W) + b.item())
