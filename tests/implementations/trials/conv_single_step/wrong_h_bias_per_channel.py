"""Wrong: The bias is added once a channel, only for even f and several channels."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    bias = float(b[0, 0, 0])
    products = a_slice_prev.astype(float) * W
    if W.shape[0] % 2 == 0:
        return sum(float(np.sum(products[:, :, k])) + bias for k in range(W.shape[2]))
    return float(np.sum(products)) + bias
