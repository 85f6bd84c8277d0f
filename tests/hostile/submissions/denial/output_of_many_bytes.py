"""Prints thirty megabytes in its first call, and is right: printing costs nothing.

zero_pad: passed, 10
"""

import numpy as np

PRINTED = []


def zero_pad(X, pad):
    if not PRINTED:
        PRINTED.append(True)
        for _ in range(30):
            print("x" * 10**6)
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
