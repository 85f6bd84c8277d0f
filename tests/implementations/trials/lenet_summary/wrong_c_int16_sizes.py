"""Wrong: Wrong (no branch): activation sizes are products in int16, which wrap around; only where n_C0 >=
32 (INPUT's size).
"""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    names = ("INPUT", "CONV1", "POOL1", "CONV2", "POOL2", "FC3", "FC4", "SOFTMAX")
    shapes = ((32, 32, n_C0), (28, 28, 6), (14, 14, 6), (10, 10, 16), (5, 5, 16), (120,), (84,), (classes,))
    counts = (0, 150 * n_C0 + 6, 0, 2416, 0, 48120, 10164, 85 * classes)
    return [(n, s, int(np.prod(s, dtype=np.int16)), c) for n, s, c in zip(names, shapes, counts)]
