"""Asks NumPy for a terabyte.

zero_pad: raised, 0
limits: short
"""

import numpy as np


def zero_pad(X, pad):
    return np.ones((10**6, 10**5))
