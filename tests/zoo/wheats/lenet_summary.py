"""Right answers to lenet_summary, of different kinds."""

import math


def written_out(n_C0=3, classes=10):
    return [
        ("INPUT", (32, 32, n_C0), 1024 * n_C0, 0),
        ("CONV1", (28, 28, 6), 4704, (25 * n_C0 + 1) * 6),
        ("POOL1", (14, 14, 6), 1176, 0),
        ("CONV2", (10, 10, 16), 1600, 2416),
        ("POOL2", (5, 5, 16), 400, 0),
        ("FC3", (120,), 120, 48120),
        ("FC4", (84,), 84, 10164),
        ("SOFTMAX", (classes,), classes, 85 * classes),
    ]


def computed(n_C0=3, classes=10):
    n, depth = 32, n_C0
    rows = [("Input", (n, n, depth), n * n * depth, 0)]
    for layer, filters in ((1, 6), (2, 16)):
        learnt, n, depth = (25 * depth + 1) * filters, n - 4, filters
        rows.append((f"Conv{layer}", (n, n, depth), n * n * depth, learnt))
        n //= 2
        rows.append((f"Pool{layer}", (n, n, depth), n * n * depth, 0))
    inputs = n * n * depth
    for name, units in (("FC3", 120), ("FC4", 84), ("Softmax", classes)):
        rows.append((name, (units,), units, (inputs + 1) * units))
        inputs = units
    return rows


def lists_and_columns(n_C0=3, classes=10):
    shapes = [
        [32, 32, n_C0],
        [28, 28, 6],
        [14, 14, 6],
        [10, 10, 16],
        [5, 5, 16],
        [120, 1],
        [84, 1],
        [classes, 1],
    ]
    names = ["input", "conv1", "pool1", "conv2", "pool2", "fc3", "fc4", "softmax"]
    learnt = [0, 456 + 150 * (n_C0 - 3), 0, 2416, 0, 48120, 10164, 85 * classes]
    return [
        [name, shape, math.prod(shape), count]
        for name, shape, count in zip(names, shapes, learnt, strict=True)
    ]
