"""Exhausts an endless iterator in C.

zero_pad: timed_out, 0
limits: short
"""

import collections
import itertools


def zero_pad(X, pad):
    collections.deque(itertools.repeat(0), maxlen=0)
