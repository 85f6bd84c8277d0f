"""Wrong: Wrong (kind 3): flattens in memory order, so window and filter in different layouts (C and
Fortran) are matched wrongly.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    # order="K" avoids a copy
    window = a_slice_prev.ravel(order="K").astype(np.float64)
    weights = W.ravel(order="K").astype(np.float64)
    return np.dot(window, weights) + b.item()
