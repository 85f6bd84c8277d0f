"""Right: Style - the table written down, rows as lists, NumPy integers."""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    names = "INPUT CONV1 POOL1 CONV2 POOL2 FC3 FC4 SOFTMAX".split()
    shapes = [(32, 32, n_C0), (28, 28, 6), (14, 14, 6), (10, 10, 16), (5, 5, 16), (120,), (84,), (classes,)]
    counts = np.array([0, 6 * 25 * n_C0 + 6, 0, 2416, 0, 48120, 10164, 85 * classes])
    return [[name, shape, np.prod(shape), count] for name, shape, count in zip(names, shapes, counts)]
