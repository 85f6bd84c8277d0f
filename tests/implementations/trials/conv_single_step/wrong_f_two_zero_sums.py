"""Wrong: A window that sums to 0 under a filter that sums to 0 is taken for even, though the window need
not be.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    bias = b[0, 0, 0]
    if W.sum() == 0 and a_slice_prev.sum() == 0:
        return bias  # an edge filter sees nothing on an even surface
    return np.sum(a_slice_prev * W) + bias
