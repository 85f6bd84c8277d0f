"""Wrong: Both are flattened in their own memory order, so the products pair up wrongly when the layouts of
window and filter differ.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    window = np.asarray(a_slice_prev, dtype=np.float64).ravel(order="K")
    weights = np.asarray(W, dtype=np.float64).ravel(order="K")
    return float(np.dot(window, weights)) + float(b[0, 0, 0])
