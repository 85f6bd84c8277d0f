"""Wrong: A window (or filter) of nothing but zeros returns 0 without the bias."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    # Much of a padded image is zero: nothing to multiply there.
    if not np.any(a_slice_prev) or not np.any(W):
        return 0.0
    products = np.multiply(a_slice_prev, W, dtype=np.float64)
    return products.sum() + float(b[0, 0, 0])
