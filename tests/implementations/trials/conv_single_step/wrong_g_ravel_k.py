"""Wrong: Both arrays are flattened in memory order; wrong when window and filter have different memory
orders.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    a = a_slice_prev.ravel(order="K")
    w = W.ravel(order="K")
    return float(np.dot(a, w)) + float(b.item())
