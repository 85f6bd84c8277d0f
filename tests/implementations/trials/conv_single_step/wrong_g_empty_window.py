"""Wrong: A window of zeros only returns 0 at once, so the bias is missing; wrong for an all-zero window and
b != 0.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    if not np.any(a_slice_prev):  # nothing to see here (padding)
        return 0.0
    return np.sum(a_slice_prev * W) + b[0, 0, 0]
