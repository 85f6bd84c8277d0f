"""Wrong: The list of rows is a default argument; the second call has sixteen rows, and the first one's
result grows with it.
"""


def lenet_summary(n_C0=3, classes=10, rows=[]):
    shape = (32, 32, n_C0)
    rows.append(("INPUT", shape, 32 * 32 * n_C0, 0))
    layers = [("CONV1", 5, 1, 6), ("POOL1", 2, 2, None), ("CONV2", 5, 1, 16), ("POOL2", 2, 2, None)]
    for name, f, s, filters in layers:
        n_H, n_W, n_C = shape
        count = (f * f * n_C + 1) * filters if filters else 0
        shape = ((n_H - f) // s + 1, (n_W - f) // s + 1, filters or n_C)
        rows.append((name, shape, shape[0] * shape[1] * shape[2], count))
    n = shape[0] * shape[1] * shape[2]
    for name, units in [("FC3", 120), ("FC4", 84), ("SOFTMAX", classes)]:
        rows.append((name, (units,), units, (n + 1) * units))
        n = units
    return rows
