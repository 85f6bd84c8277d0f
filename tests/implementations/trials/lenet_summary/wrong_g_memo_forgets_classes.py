"""Wrong: Tables are remembered by n_C0 only; a second call with another number of classes gives the first
one's table.
"""

import numpy as np

_tables = {}


def lenet_summary(n_C0=3, classes=10):
    if n_C0 not in _tables:
        rows = [("INPUT", (32, 32, n_C0), 32 * 32 * n_C0, 0)]
        rows.append(("CONV1", (28, 28, 6), 28 * 28 * 6, (25 * n_C0 + 1) * 6))
        rows.append(("POOL1", (14, 14, 6), 14 * 14 * 6, 0))
        rows.append(("CONV2", (10, 10, 16), 1600, (25 * 6 + 1) * 16))
        rows.append(("POOL2", (5, 5, 16), 400, 0))
        rows.append(("FC3", (120,), 120, 401 * 120))
        rows.append(("FC4", (84,), 84, 121 * 84))
        rows.append(("SOFTMAX", (classes,), classes, 85 * classes))
        _tables[n_C0] = rows
    return list(_tables[n_C0])
