"""Right: A recursive generator walks down the axes, math.fsum adds up."""

import math


def _products(a, w):
    if a.ndim == 0:  # iterating over a 1-D array gives NumPy scalars
        yield float(a) * float(w)
        return
    for part_a, part_w in zip(a, w):
        yield from _products(part_a, part_w)


def conv_single_step(a_slice_prev, W, b):
    def everything():
        yield float(b[0, 0, 0])
        yield from _products(a_slice_prev, W)

    return math.fsum(everything())
