"""Wrong: Whole-number windows are summed in int32 and wrap at 2**31 (say 0..255 is fine, 60000 * 60000 is
not).
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    products = a_slice_prev * W
    if np.issubdtype(products.dtype, np.integer):
        total = np.sum(products, dtype=np.int32)
    else:
        total = np.sum(products)
    return float(total) + float(b[0, 0, 0])
