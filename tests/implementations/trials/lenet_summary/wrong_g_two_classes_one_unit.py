"""Wrong: Two classes are given a single unit, as with a sigmoid; wrong for classes == 2."""

import math


def lenet_summary(n_C0=3, classes=10):
    units = 1 if classes == 2 else classes
    shapes = [(32, 32, n_C0), (28, 28, 6), (14, 14, 6), (10, 10, 16), (5, 5, 16), (120,), (84,), (units,)]
    names = "INPUT CONV1 POOL1 CONV2 POOL2 FC3 FC4 SOFTMAX".split()
    params = [0, (5 * 5 * n_C0 + 1) * 6, 0, (5 * 5 * 6 + 1) * 16, 0, 401 * 120, 121 * 84, 85 * units]
    return [(n, s, math.prod(s), p) for n, s, p in zip(names, shapes, params)]
