"""Wrong: Wrong (kind 2): the filter is cast to the window's dtype: whole-number window and fractional
filter.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    # make sure that both have the same type
    W = W.astype(a_slice_prev.dtype)
    return float(np.einsum("ijk,ijk->", a_slice_prev, W, dtype=float)) + float(b.squeeze())
