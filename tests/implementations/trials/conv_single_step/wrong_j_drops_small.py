"""Wrong: Products below 1e-7 of the largest one are left out, which matters when numbers of very different
sizes meet (error up to 1e-7 each, 100 times the tolerance).
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    products = np.asarray(a_slice_prev * W, dtype=float)
    size = np.abs(products)
    return float(products[size >= 1e-7 * size.max()].sum()) + float(b.reshape(-1)[0])
