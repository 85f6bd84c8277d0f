"""Right: A recursive generator; rows are lists, numbers are NumPy's int64."""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    def walk(shape, layers):
        if not layers:
            return
        (name, n), *rest = layers
        size = np.prod(shape, dtype=np.int64)
        if name.startswith("CONV"):
            after, weights = (shape[0] - 4, shape[1] - 4, n), (25 * shape[2] + 1) * n
        elif name.startswith("POOL"):
            after, weights = (shape[0] // 2, shape[1] // 2, shape[2]), 0
        else:
            after, weights = (n,), (size + 1) * n
        yield [name, after, np.prod(after, dtype=np.int64), np.int64(weights)]
        yield from walk(after, rest)

    first = (32, 32, n_C0)
    layers = [
        ("CONV1", 6),
        ("POOL1", 0),
        ("CONV2", 16),
        ("POOL2", 0),
        ("FC3", 120),
        ("FC4", 84),
        ("SOFTMAX", classes),
    ]
    return [["INPUT", first, np.int64(1024 * n_C0), np.int64(0)], *walk(first, layers)]
