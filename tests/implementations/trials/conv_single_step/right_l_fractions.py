"""Right: Exact sum in Fractions, rounded once at the end."""

from fractions import Fraction

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    window, weights = (np.ravel(array).tolist() for array in (a_slice_prev, W))
    total = Fraction(b.item())
    for a, w in zip(window, weights):
        total += Fraction(a) * Fraction(w)
    return float(total)
