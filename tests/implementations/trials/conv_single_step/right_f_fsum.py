"""Right: Exact sum of a generator of products with math.fsum; returns a Python float."""

import math
from itertools import chain


def conv_single_step(a_slice_prev, W, b):
    products = (float(a) * float(w) for a, w in zip(a_slice_prev.flat, W.flat))
    return math.fsum(chain(products, (float(b.item()),)))
