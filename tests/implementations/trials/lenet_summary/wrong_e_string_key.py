"""Wrong: State between calls: remembers tables under the joined digits of n_C0 and classes, so
lenet_summary(1, 12) makes a later lenet_summary(11, 2) wrong.
"""

import numpy as np  # noqa: F401

_tables = {}


def _table(n_C0, classes):
    rows, volume = [["INPUT", (32, 32, n_C0), 1024 * n_C0, 0]], (32, n_C0)
    for i, n_C in ((1, 6), (2, 16)):
        n, before = volume
        rows.append([f"CONV{i}", (n - 4, n - 4, n_C), (n - 4) ** 2 * n_C, (25 * before + 1) * n_C])
        n = (n - 4) // 2
        rows.append([f"POOL{i}", (n, n, n_C), n**2 * n_C, 0])
        volume = (n, n_C)
    units_before = volume[0] ** 2 * volume[1]
    for name, units in (("FC3", 120), ("FC4", 84), ("SOFTMAX", classes)):
        rows.append([name, (units,), units, (units_before + 1) * units])
        units_before = units
    return rows


def lenet_summary(n_C0=3, classes=10):
    key = f"{n_C0}{classes}"
    if key not in _tables:
        _tables[key] = _table(n_C0, classes)
    return [tuple(row) for row in _tables[key]]
