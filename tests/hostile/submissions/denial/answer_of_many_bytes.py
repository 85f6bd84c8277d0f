"""Answers with two hundred megabytes.

zero_pad: failed, 0
"""

import numpy as np


def zero_pad(X, pad):
    return np.zeros((1, 5000, 5000, 1))
