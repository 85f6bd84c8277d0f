"""Right: Rows are lists, all numbers NumPy's integers."""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    n = np.int64(32)
    c = np.int64(n_C0)
    rows = [["INPUT", (n, n, c), np.prod([n, n, c]), np.int64(0)]]
    number = 0
    for filters in np.array([6, 16]):
        number += 1
        n = (n - 5) // 1 + 1
        rows.append([f"CONV{number}", (n, n, filters), n * n * filters, (25 * c + 1) * filters])
        c = filters
        n = np.floor_divide(n - 2, 2) + 1
        rows.append([f"POOL{number}", (n, n, c), n * n * c, np.int32(0)])
    flat = n * n * c
    for name, units in zip(("FC3", "FC4", "SOFTMAX"), np.array([120, 84, classes])):
        rows.append([name, (units,), units, (flat + 1) * units])
        flat = units
    return rows
