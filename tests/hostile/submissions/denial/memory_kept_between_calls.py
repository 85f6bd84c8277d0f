"""Keeps a hundred megabytes of every call, and is right.

What it has answered while there was memory counts.

zero_pad: raised or crashed or timed_out or failed, at most 9
limits: short
"""

import numpy as np

KEPT = []


def zero_pad(X, pad):
    KEPT.append(np.ones(100 * 2**17))
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
