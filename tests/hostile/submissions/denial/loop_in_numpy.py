"""Sorts and multiplies in NumPy for longer than a call may take.

zero_pad: timed_out, 0
limits: short
"""

import numpy as np


def zero_pad(X, pad):
    A = np.ones((1000, 1000))
    for _ in range(10**6):
        A = np.sort(A @ A / 1000, axis=0)
