"""Wrong: Activation sizes are multiplied in int16: INPUT's size is negative from n_C0 = 32 on (32 * 32 * 32
= 32768).
"""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    layers = [
        ("INPUT", (32, 32, n_C0), 0),
        ("CONV1", (28, 28, 6), (5 * 5 * n_C0 + 1) * 6),
        ("POOL1", (14, 14, 6), 0),
        ("CONV2", (10, 10, 16), (5 * 5 * 6 + 1) * 16),
        ("POOL2", (5, 5, 16), 0),
        ("FC3", (120,), (400 + 1) * 120),
        ("FC4", (84,), (120 + 1) * 84),
        ("SOFTMAX", (classes,), (84 + 1) * classes),
    ]
    return [(name, shape, np.prod(shape, dtype=np.int16), learned) for name, shape, learned in layers]
