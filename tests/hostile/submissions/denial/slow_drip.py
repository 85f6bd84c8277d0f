"""Takes a while for every call, always less than a call may take: together they take for ever.

It is right. What it has answered before its time is over counts.

zero_pad: timed_out or crashed or failed, at most 9
limits: short
"""

import time

import numpy as np


def zero_pad(X, pad):
    time.sleep(0.08)
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
