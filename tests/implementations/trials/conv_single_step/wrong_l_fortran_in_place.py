"""Wrong: Asfortranarray copies a C-ordered window but not a Fortran-ordered float64 one (or a 1x1 window),
which is then multiplied in place: the argument changes.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    # a private copy, rows next to each other, so that the sum runs along memory
    products = np.asfortranarray(a_slice_prev, dtype=np.float64)
    products *= W
    return products.sum() + b.item()
