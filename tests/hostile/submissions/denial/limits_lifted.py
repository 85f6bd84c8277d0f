"""Lifts the limits that it was given, then asks for more than they allowed.

zero_pad: raised, 0
limits: short
"""

import resource

import numpy as np


def zero_pad(X, pad):
    for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE):
        try:
            resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        except (OSError, ValueError):
            continue
    return np.ones(2**27)
