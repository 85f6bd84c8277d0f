"""Wrong: The numbers go through uint16: right up to 65535, wrapped for n_C0 >= 64 or classes >= 772."""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    table = [
        ("INPUT", (32, 32, n_C0), 0),
        ("CONV1", (28, 28, 6), (25 * n_C0 + 1) * 6),
        ("POOL1", (14, 14, 6), 0),
        ("CONV2", (10, 10, 16), 151 * 16),
        ("POOL2", (5, 5, 16), 0),
        ("FC3", (120,), 401 * 120),
        ("FC4", (84,), 121 * 84),
        ("SOFTMAX", (classes,), 85 * classes),
    ]
    numbers = np.array([(np.prod(shape), count) for _, shape, count in table]).astype(np.uint16)
    return [(name, shape, int(a), int(n)) for (name, shape, _), (a, n) in zip(table, numbers)]
