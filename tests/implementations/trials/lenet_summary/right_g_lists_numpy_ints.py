"""Right: A list of rows as lists, with NumPy whole numbers for sizes and counts and shape tuples of NumPy
ints.
"""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    n, c = np.int64(32), np.int64(n_C0)
    rows = [["INPUT", (n, n, c), np.prod((n, n, c)), np.int64(0)]]
    for i, filters in enumerate([6, 16], start=1):
        n = np.floor_divide(n - 5, 1) + 1
        rows.append([f"CONV{i}", (n, n, np.int64(filters)), n * n * filters, (5 * 5 * c + 1) * filters])
        c = np.int64(filters)
        n = (n - 2) // 2 + 1
        rows.append([f"POOL{i}", (n, n, c), n * n * c, np.int64(0)])
    n_in = n * n * c
    for name, units in (("FC3", 120), ("FC4", 84), ("SOFTMAX", classes)):
        rows.append([name, (units,), np.int64(units), (n_in + 1) * units])
        n_in = np.int64(units)
    return rows
