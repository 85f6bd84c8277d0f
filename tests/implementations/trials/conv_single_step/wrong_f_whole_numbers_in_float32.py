"""Wrong: Whole numbers up to 4096 are summed in float32 in windows of 64 numbers or more; the sum passes
2**24 and loses digits.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    a, w = a_slice_prev, W
    if a.size >= 64 and all(np.abs(x).max() <= 4096 and np.all(x == np.rint(x)) for x in (a, w)):
        a, w = a.astype(np.float32), w.astype(np.float32)  # exact: below 2**24
    return float(np.sum(a * w)) + float(b.item())
