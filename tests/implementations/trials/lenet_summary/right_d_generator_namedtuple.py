"""Right: A generator of NamedTuple rows with match statements; the shapes by closures."""

from typing import NamedTuple

import numpy as np


class Row(NamedTuple):
    layer: str
    shape: tuple
    size: int
    parameters: int


def _summary(n_C0, classes):
    n, c = 32, n_C0
    yield Row("INPUT", (n, n, c), n * n * c, 0)
    for name, kind in [("CONV1", ("conv", 6)), ("POOL1", None), ("CONV2", ("conv", 16)), ("POOL2", None)]:
        match kind:
            case ("conv", filters):
                learned, n, c = filters + 5 * 5 * c * filters, n - 4, filters
            case None:
                learned, n = 0, n // 2
        yield Row(name, (n, n, c), n * n * c, learned)
    inputs = n * n * c
    for name, units in zip(("FC3", "FC4", "SOFTMAX"), (120, 84, classes)):
        yield Row(name, (units,), units, inputs * units + units)
        inputs = units


def lenet_summary(n_C0=3, classes=10):
    return list(_summary(n_C0, classes))
