"""As the slow drip, but works instead of sleeping.

zero_pad: timed_out or crashed or failed, at most 9
limits: short
"""

import time

import numpy as np


def zero_pad(X, pad):
    until = time.process_time() + 0.02
    while time.process_time() < until:
        pass
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
