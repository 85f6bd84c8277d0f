"""Wrong: If the sum of products exactly equals the bias (not 0), it is taken for the bias itself and
counted once.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    terms = {float(np.sum(a_slice_prev * W)), float(b.reshape(-1)[0])}
    return sum(terms)
