"""Right: Style: exact sum of fractions (fractions.Fraction), rounded once at the end, returns a Python
float.
"""

from fractions import Fraction

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    pairs = zip(a_slice_prev.flat, W.flat)
    total = sum((Fraction(a.item()) * Fraction(w.item()) for a, w in pairs), start=Fraction(b.item()))
    return float(total)
