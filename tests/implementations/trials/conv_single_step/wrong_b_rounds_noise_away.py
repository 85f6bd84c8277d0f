"""Wrong: Rounds to ten decimals, so small inputs (say 1e-4 throughout) lose their digits."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    z = np.sum(np.multiply(a_slice_prev, W)) + b.item()
    return round(float(z), 10)  # 0.30000000000000004 -> 0.3
