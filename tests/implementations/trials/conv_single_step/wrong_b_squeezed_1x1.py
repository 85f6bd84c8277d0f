"""Wrong: The 1x1 path squeezes, so f == 1 with n_C_prev == 1 leaves no axis and matmul raises."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    if W.shape[0] == 1:
        # a 1x1 filter is a dot product over the channels
        return a_slice_prev.squeeze() @ W.squeeze() + b.squeeze()
    return np.sum(a_slice_prev * W) + b[0, 0, 0]
