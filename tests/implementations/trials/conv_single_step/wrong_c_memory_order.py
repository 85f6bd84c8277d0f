"""Wrong: Wrong (no branch): window and filter are flattened in their memory order; only where exactly one
of the two is Fortran-contiguous (f > 1 or more, i.e. the order matters).
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    window = np.ravel(a_slice_prev, order="A")
    kernel = np.ravel(W, order="A")
    return np.dot(window * 1.0, kernel * 1.0) + b.ravel()[0]
