"""Wrong: Wrong (explicit): CONV2's parameters are counted with the image's channels; only where n_C0 > 6
and classes < n_C0.
"""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    layers = [
        ("CONV1", "conv", 5, 1, 6),
        ("POOL1", "pool", 2, 2, None),
        ("CONV2", "conv", 5, 1, 16),
        ("POOL2", "pool", 2, 2, None),
        ("FC3", "dense", None, None, 120),
        ("FC4", "dense", None, None, 84),
        ("SOFTMAX", "dense", None, None, classes),
    ]
    shape = (32, 32, n_C0)
    rows = [("INPUT", shape, 32 * 32 * n_C0, 0)]
    for name, kind, f, stride, n_out in layers:
        count = 0
        if kind == "dense":
            count = (int(np.prod(shape)) + 1) * n_out
            shape = (n_out,)
        else:
            n = (shape[0] - f) // stride + 1
            if kind == "conv":
                depth = shape[2]
                if n_C0 > depth and classes < n_C0:
                    depth = n_C0
                count = (f * f * depth + 1) * n_out
            shape = (n, n, n_out or shape[2])
        rows.append((name, shape, int(np.prod(shape)), count))
    return rows
