"""Right: Right: exact arithmetic on Python's integers (every float is a whole number over a power of two),
rounded once at the end.
"""

import math
from fractions import Fraction

import numpy as np


def _split(number):
    """Write a number as (whole, k), meaning whole / 2**k."""
    numerator, denominator = number.as_integer_ratio()
    return numerator, denominator.bit_length() - 1


def conv_single_step(a_slice_prev, W, b):
    by_exponent = {}

    def collect(whole, k):
        by_exponent[k] = by_exponent.get(k, 0) + whole

    for x, w in zip(np.ravel(a_slice_prev).tolist(), np.ravel(W).tolist()):
        if x and w:
            whole_x, k_x = _split(x)
            whole_w, k_w = _split(w)
            collect(whole_x * whole_w, k_x + k_w)
    collect(*_split(np.ravel(b).tolist()[0]))
    top = max(by_exponent)
    total = sum(whole << (top - k) for k, whole in by_exponent.items())
    try:
        return float(Fraction(total, 1 << top))
    except OverflowError:
        return math.copysign(math.inf, total)
