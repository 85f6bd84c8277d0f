"""Wrong: Wrong (kind 3): pixels that np.isclose takes for 0 are skipped, so windows of tiny numbers (9e-9
all over) vanish.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    # most pixels of a ReLU map are 0: skip them
    active = ~np.isclose(a_slice_prev, 0)
    return float(np.sum(a_slice_prev[active] * W[active].astype(float)) + b[0, 0, 0])
