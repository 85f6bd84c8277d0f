"""Right: Recursion over the layers; a row is made from the shape before it."""

import math

import numpy as np


def _rows(shape, layers):
    if not layers:
        return []
    (name, kind, *numbers), *rest = layers
    if kind == "dense":
        after, learned = tuple(numbers), (math.prod(shape) + 1) * numbers[0]
    else:
        f, stride, filters = numbers
        after = tuple((n - f) // stride + 1 for n in shape[:2]) + (filters or shape[2],)
        learned = filters * (f**2 * shape[2] + 1)
    return [(name, after, math.prod(after), learned)] + _rows(after, rest)


def lenet_summary(n_C0=3, classes=10):
    start = (32, 32, n_C0)
    layers = [
        ("CONV1", "conv", 5, 1, 6),
        ("POOL1", "pool", 2, 2, 0),
        ("CONV2", "conv", 5, 1, 16),
        ("POOL2", "pool", 2, 2, 0),
        ("FC3", "dense", 120),
        ("FC4", "dense", 84),
        ("SOFTMAX", "dense", classes),
    ]
    return [("INPUT", start, math.prod(start), 0)] + _rows(start, layers)
