"""Right: Math.fsum over a chain of map(operator.mul), the bias is one more summand."""

import itertools
import math
import operator

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    assert a_slice_prev.shape == W.shape and b.size == 1
    # Flattened in Fortran order, both alike.
    pairs = a_slice_prev.flatten(order="F").tolist(), W.flatten(order="F").tolist()
    return math.fsum(itertools.chain(b.flat, map(operator.mul, *pairs)))
