"""Wrong: Every call clears and refills the same list, so a later call changes an earlier result."""

import numpy as np

_rows = []


def lenet_summary(n_C0=3, classes=10):
    _rows.clear()
    shape = (32, 32, n_C0)
    _rows.append(("INPUT", shape, 32 * 32 * n_C0, 0))
    for i, filters in ((1, 6), (2, 16)):
        side = shape[0] - 4
        _rows.append(
            (f"CONV{i}", (side, side, filters), side * side * filters, (25 * shape[2] + 1) * filters)
        )
        shape = (side // 2, side // 2, filters)
        _rows.append((f"POOL{i}", shape, shape[0] * shape[1] * filters, 0))
    n = 400
    for name, units in (("FC3", 120), ("FC4", 84), ("SOFTMAX", classes)):
        _rows.append((name, (units,), units, (n + 1) * units))
        n = units
    return _rows
