"""Wrong: CONV2 gets max(16, n_C0) filters ("channels grow with depth"): rows CONV2, POOL2, FC3 wrong for
n_C0 > 16.
"""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    k = max(16, n_C0)
    return [
        ("INPUT", (32, 32, n_C0), 1024 * n_C0, 0),
        ("CONV1", (28, 28, 6), 4704, (25 * n_C0 + 1) * 6),
        ("POOL1", (14, 14, 6), 1176, 0),
        ("CONV2", (10, 10, k), 100 * k, 151 * k),
        ("POOL2", (5, 5, k), 25 * k, 0),
        ("FC3", (120,), 120, (25 * k + 1) * 120),
        ("FC4", (84,), 84, 10164),
        ("SOFTMAX", (classes,), classes, 85 * classes),
    ]
