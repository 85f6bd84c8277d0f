"""Wrong: The result is stored in an array like b, so it is truncated when b is int64 and window or filter
are fractional.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    z = np.empty_like(b)
    z[...] = np.einsum("ijk,ijk->", a_slice_prev, W) + b
    return z[0, 0, 0]
