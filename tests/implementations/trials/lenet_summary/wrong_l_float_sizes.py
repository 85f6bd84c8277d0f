"""Wrong: Rows and columns are floats (np.floor of a true division): (28.0, 28.0, 6) equals (28, 28, 6) but
is no tuple of ints, and sizes are floats too.
"""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    layers = [
        ("CONV1", "conv", 5, 1, 6),
        ("POOL1", "pool", 2, 2, None),
        ("CONV2", "conv", 5, 1, 16),
        ("POOL2", "pool", 2, 2, None),
    ]
    n, n_C = 32, n_C0
    rows = [("INPUT", (32, 32, n_C0), 32 * 32 * n_C0, 0)]
    for name, kind, f, stride, filters in layers:
        n = np.floor((n - f) / stride) + 1
        count = 0
        if kind == "conv":
            count = (f * f * n_C + 1) * filters
            n_C = filters
        rows.append((name, (n, n, n_C), n * n * n_C, count))
    n_in = 400
    for name, units in (("FC3", 120), ("FC4", 84), ("SOFTMAX", classes)):
        rows.append((name, (units,), units, (n_in + 1) * units))
        n_in = units
    return rows
