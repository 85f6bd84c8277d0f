"""Wrong: Goes over to floats only if a single product can pass 2^63; int64 window and filter whose products
fit but whose SUM does not wrap (e.g. 3e9 * 2.9e9 twice).
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    largest_product = int(np.abs(a_slice_prev).max()) * int(np.abs(W).max())
    if largest_product > np.iinfo(np.int64).max:
        a_slice_prev = a_slice_prev.astype(np.float64)
    z = np.sum(a_slice_prev * W)
    return float(z) + float(b.ravel()[0])
