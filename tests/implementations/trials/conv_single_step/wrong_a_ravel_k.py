"""Wrong: When neither array is C-contiguous both are flattened in memory order, which differs if one is a
slice or strided and the other a Fortran/transposed array.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    order = "C"
    if not a_slice_prev.flags.c_contiguous and not W.flags.c_contiguous:
        order = "K"  # no copies
    x = a_slice_prev.ravel(order).astype(float)
    w = W.ravel(order).astype(float)
    return x @ w + b[0, 0, 0]
