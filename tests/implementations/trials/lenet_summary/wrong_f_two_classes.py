"""Wrong: For two classes the softmax is shrunk to a single (sigmoid) unit with 85 parameters."""

import math


def lenet_summary(n_C0=3, classes=10):
    last = 1 if classes == 2 else classes
    plan = [
        ("CONV1", 28, 6),
        ("POOL1", 14, 6),
        ("CONV2", 10, 16),
        ("POOL2", 5, 16),
        ("FC3", 0, 120),
        ("FC4", 0, 84),
        ("SOFTMAX", 0, last),
    ]
    shape, rows = (32, 32, n_C0), [("INPUT", (32, 32, n_C0), 1024 * n_C0, 0)]
    for name, side, n in plan:
        inputs = math.prod(shape) if not side else 0 if name[0] == "P" else 25 * shape[2]
        shape = (side, side, n) if side else (n,)
        rows.append((name, shape, math.prod(shape), (inputs + 1) * n if inputs else 0))
    return rows
