"""Wrong: Wrong (kind 3): products of int64 are formed as int64 and wrap (window and filter of whole numbers
around 1e10).
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    s = np.multiply(a_slice_prev, W)
    Z = np.sum(s)
    return float(Z) + float(b[0, 0, 0])
