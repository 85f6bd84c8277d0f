"""Wrong: Int64 window and filter are multiplied and summed as int64: wraps when products reach 2**63."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    return float(np.sum(a_slice_prev * W)) + float(b[0, 0, 0])
