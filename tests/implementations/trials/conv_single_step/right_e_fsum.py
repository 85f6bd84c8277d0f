"""Right: Style: plain Python numbers, exact products of whole numbers, math.fsum with the bias as the last
term, a 0-d array as the answer.
"""

import math
import operator

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    terms = list(map(operator.mul, a_slice_prev.ravel().tolist(), W.ravel().tolist()))
    return np.array(math.fsum(terms + b.ravel().tolist()))
