"""Wrong: Layers without parameters have False in place of 0 (an "int" is no bool), from `kind != "pool" and
...`.
"""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    layers = [("INPUT", "input", 0), ("CONV1", "conv", 6), ("POOL1", "pool", 0), ("CONV2", "conv", 16)]
    layers += [
        ("POOL2", "pool", 0),
        ("FC3", "dense", 120),
        ("FC4", "dense", 84),
        ("SOFTMAX", "dense", classes),
    ]
    shape, rows = (32, 32, n_C0), []
    for name, kind, n in layers:
        before = shape
        if kind == "conv":
            shape = (shape[0] - 4, shape[1] - 4, n)
        elif kind == "pool":
            shape = (shape[0] // 2, shape[1] // 2, shape[2])
        elif kind == "dense":
            shape = (n,)
        inputs = 25 * before[-1] if kind == "conv" else int(np.prod(before))
        rows.append((name, shape, int(np.prod(shape)), kind not in ("pool", "input") and (inputs + 1) * n))
    return rows
