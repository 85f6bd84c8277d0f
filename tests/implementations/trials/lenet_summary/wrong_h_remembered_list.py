"""Wrong: The same list is returned for the same arguments: once a caller changes it, the next call gives
the changed list.
"""

from functools import lru_cache


@lru_cache(maxsize=None)
def lenet_summary(n_C0=3, classes=10):
    rows = [("INPUT", (32, 32, n_C0), 32 * 32 * n_C0, 0)]
    side, channels = 32, n_C0
    for i, n in ((1, 6), (2, 16)):
        side -= 4
        rows.append((f"CONV{i}", (side, side, n), side * side * n, (25 * channels + 1) * n))
        side, channels = side // 2, n
        rows.append((f"POOL{i}", (side, side, n), side * side * n, 0))
    inputs = side * side * channels
    for name, units in (("FC3", 120), ("FC4", 84), ("SOFTMAX", classes)):
        rows.append((name, (units,), units, (inputs + 1) * units))
        inputs = units
    return rows
