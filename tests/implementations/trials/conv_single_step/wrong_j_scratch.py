"""Wrong: For f = 1 with 4 or more channels (all float) the window itself is overwritten by the products."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    products = a_slice_prev
    f, _, n = W.shape
    scratch = (
        f == 1 and n > 3 and a_slice_prev.dtype == W.dtype == np.float64 and a_slice_prev.flags.writeable
    )
    products = np.multiply(a_slice_prev, W, out=a_slice_prev if scratch else None)
    return float(products.sum()) + float(b.reshape(-1)[0])
