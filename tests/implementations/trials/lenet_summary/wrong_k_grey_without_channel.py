"""Wrong: Wrong (kind 1): a grey input (n_C0 = 1) gets the shape (32, 32) in place of (32, 32, 1)."""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    shape = (32, 32, n_C0) if n_C0 > 1 else (32, 32)
    summary = [("INPUT", shape, int(np.prod(shape)), 0)]
    n_C_prev = n_C0
    n = 32
    for name, f, stride, n_C in (
        ("CONV1", 5, 1, 6),
        ("POOL1", 2, 2, None),
        ("CONV2", 5, 1, 16),
        ("POOL2", 2, 2, None),
    ):
        n = (n - f) // stride + 1
        parameters = 0
        if n_C is not None:
            parameters = (f * f * n_C_prev + 1) * n_C
            n_C_prev = n_C
        summary.append((name, (n, n, n_C_prev), n * n * n_C_prev, parameters))
    n_in = n * n * n_C_prev
    for name, units in (("FC3", 120), ("FC4", 84), ("SOFTMAX", classes)):
        summary.append((name, (units,), units, (n_in + 1) * units))
        n_in = units
    return summary
