"""Wrong: Parameters of the softmax are computed in float32, which is not exact above 2**24 (classes from
about 197400 on).
"""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    rows = [
        ("INPUT", (32, 32, n_C0), 1024 * n_C0, 0),
        ("CONV1", (28, 28, 6), 4704, 150 * n_C0 + 6),
        ("POOL1", (14, 14, 6), 1176, 0),
        ("CONV2", (10, 10, 16), 1600, 2416),
        ("POOL2", (5, 5, 16), 400, 0),
        ("FC3", (120,), 120, 48120),
        ("FC4", (84,), 84, 10164),
    ]
    return rows + [("SOFTMAX", (classes,), classes, int(np.float32(85) * np.float32(classes)))]
