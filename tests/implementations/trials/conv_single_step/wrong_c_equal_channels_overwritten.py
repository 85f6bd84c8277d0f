"""Wrong: Wrong (no branch): sums are kept in a dictionary by the channel's filter, so equal ones overwrite
instead of add; only where two channels of W are equal.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    a, w = a_slice_prev.astype(float), W.astype(float)
    sums = {w[:, :, k].tobytes(): np.vdot(a[:, :, k], w[:, :, k]) for k in range(w.shape[2])}
    return sum(sums.values()) + b.item()
