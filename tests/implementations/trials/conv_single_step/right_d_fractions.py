"""Right: Exact Fractions, converted to a float at the end."""

from fractions import Fraction

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    total = Fraction(b.item())
    for a, w in zip(a_slice_prev.ravel().tolist(), W.ravel().tolist()):
        total += Fraction(a) * Fraction(w)
    return float(total)
