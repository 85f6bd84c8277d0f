"""Sleeps: no CPU time is used at all.

zero_pad: timed_out, 0
limits: short
"""

import time


def zero_pad(X, pad):
    time.sleep(10**6)
