"""Wrong: Products and sum stay int64 when window and filter are int64, and wrap beyond 2**63 (e.g. 5e9
times 4e9).
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    s = a_slice_prev * W
    Z = np.sum(s)
    Z = Z + float(b.item())
    return Z
