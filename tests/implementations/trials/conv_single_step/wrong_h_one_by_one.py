"""Wrong: The first channel's weight is used for all channels, only for 1x1 filters of several channels."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    a = a_slice_prev.astype(float)
    if W.shape[:2] == (1, 1):
        return float(W[0, 0, 0] * np.sum(a) + b[0, 0, 0])
    return float(np.sum(a * W) + b[0, 0, 0])
