"""Wrong: Finds the channels before a convolution with list.index, which meets the image's own channels
first when n_C0 is 6 or 16: CONV1 (n_C0 = 6) or CONV2 (n_C0 = 16) gets the parameters of another depth.
"""

import numpy as np  # noqa: F401
import math


def lenet_summary(n_C0=3, classes=10):
    channels = [n_C0, 6, 16]
    rows = [("INPUT", (32, 32, n_C0), 1024 * n_C0, 0)]
    n = 32
    for layer, n_C in enumerate(channels[1:], start=1):
        before = channels[channels.index(n_C) - 1]
        n -= 4
        rows.append((f"CONV{layer}", (n, n, n_C), n * n * n_C, (25 * before + 1) * n_C))
        n //= 2
        rows.append((f"POOL{layer}", (n, n, n_C), n * n * n_C, 0))
    n_in = math.prod(rows[-1][1])
    for name, units in (("FC3", 120), ("FC4", 84), ("SOFTMAX", classes)):
        rows.append((name, (units,), units, (n_in + 1) * units))
        n_in = units
    return rows
