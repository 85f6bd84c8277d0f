"""Wrong: Wrong: two arrays with the same order of strides are read in memory's order, but the strides are
sorted with their signs: a row-flipped window and a row-flipped filter whose axes lie differently in memory
are paired wrongly.
"""

import numpy as np


def _order(x):
    """Describe how x lies in memory: the axes by their strides, and the directions."""
    return tuple(np.argsort([-step for step in x.strides], kind="stable")), tuple(
        step > 0 for step in x.strides
    )


def conv_single_step(a_slice_prev, W, b):
    broadcast = 0 in a_slice_prev.strides or 0 in W.strides or 1 in W.shape
    if not broadcast and _order(a_slice_prev) == _order(W):
        # The same layout: no copy is needed to lay both out as vectors.
        left, right = a_slice_prev.ravel(order="K"), W.ravel(order="K")
    else:
        left, right = a_slice_prev.ravel(), W.ravel()
    return float(np.sum(np.multiply(left, right, dtype=np.float64))) + float(b.reshape(()))
