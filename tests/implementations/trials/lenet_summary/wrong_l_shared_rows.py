"""Wrong: One list for all calls, emptied and filled again: the table of an earlier call changes with the
next one.
"""

import math

ROWS = []


def add(name, shape, parameters):
    ROWS.append((name, shape, math.prod(shape), parameters))
    return shape


def lenet_summary(n_C0=3, classes=10):
    ROWS.clear()
    shape = add("INPUT", (32, 32, n_C0), 0)
    for k, filters in enumerate((6, 16), start=1):
        n_H, n_W, n_C = shape
        shape = add(f"CONV{k}", (n_H - 4, n_W - 4, filters), (25 * n_C + 1) * filters)
        n_H, n_W, n_C = shape
        shape = add(f"POOL{k}", (n_H // 2, n_W // 2, n_C), 0)
    n_in = math.prod(shape)
    for name, units in {"FC3": 120, "FC4": 84, "SOFTMAX": classes}.items():
        add(name, (units,), (n_in + 1) * units)
        n_in = units
    return ROWS
