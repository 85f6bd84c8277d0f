"""Wrong: A w = ((a + w)^2 - (a - w)^2) / 4 cancels where window and filter are of very different sizes (1e9
and 1).
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    a, w = a_slice_prev.astype(float), W.astype(float)
    return float((np.sum((a + w) ** 2 - (a - w) ** 2)) / 4 + b.item())
