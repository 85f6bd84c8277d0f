"""Wrong: An all-zero window returns 0 and forgets the bias (b != 0)."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    if not np.any(a_slice_prev):
        return 0.0  # nothing to see in this window
    return np.sum(a_slice_prev * W) + b[0, 0, 0]
