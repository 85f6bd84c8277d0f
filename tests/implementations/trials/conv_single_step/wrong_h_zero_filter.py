"""Wrong: Gives 0 without the bias when every weight of the filter is 0."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    if not W.any():
        return 0.0
    return float(np.vdot(a_slice_prev.astype(float).ravel(), W.astype(float).ravel())) + float(b.item())
