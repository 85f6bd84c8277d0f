"""Right: Functools.reduce over np.vectorize's products; a 0-d array is returned."""

import functools
import operator

import numpy as np

times = np.vectorize(lambda x, y: float(x) * float(y), otypes=[float])


def conv_single_step(a_slice_prev, W, b):
    products = times(a_slice_prev, W)
    total = functools.reduce(operator.add, products.flat, float(b.item()))
    return np.array(total)
