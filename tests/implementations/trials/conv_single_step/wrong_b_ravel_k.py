"""Wrong: Ravel in memory order, so window and filter of different memory order (one C, one F) are
multiplied crosswise.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    # order="K" never copies
    return np.dot(a_slice_prev.ravel(order="K"), W.ravel(order="K")) + b.item()
