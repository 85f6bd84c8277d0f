"""Wrong: Finds the layer before by looking for the shape: for classes = 84 or 120 the softmax gets the
parameters of FC4 or FC3.
"""

import math


def lenet_summary(n_C0=3, classes=10):
    names = ["INPUT", "CONV1", "POOL1", "CONV2", "POOL2", "FC3", "FC4", "SOFTMAX"]
    shapes = [(32, 32, n_C0), (28, 28, 6), (14, 14, 6), (10, 10, 16), (5, 5, 16), (120,), (84,), (classes,)]
    rows = []
    for name, shape in zip(names, shapes):
        before = shapes[shapes.index(shape) - 1]
        if name.startswith("CONV"):
            weights = (25 * before[2] + 1) * shape[2]
        elif len(shape) == 1:
            weights = (math.prod(before) + 1) * shape[0]
        else:
            weights = 0
        rows.append((name, shape, math.prod(shape), weights))
    return rows
