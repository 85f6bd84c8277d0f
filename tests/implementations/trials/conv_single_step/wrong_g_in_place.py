"""Wrong: The product is written into the window when it is C-contiguous and has the product's dtype, so an
argument is changed.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    same = a_slice_prev.dtype == np.result_type(a_slice_prev, W)
    out = a_slice_prev if same and a_slice_prev.flags.c_contiguous else None
    product = np.multiply(a_slice_prev, W, out=out)
    return product.sum() + b.item()
