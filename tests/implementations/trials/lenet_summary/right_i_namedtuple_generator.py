"""Right: A generator of namedtuples, sizes by math.prod."""

import math
from typing import NamedTuple


class Row(NamedTuple):
    layer: str
    shape: tuple
    size: int
    parameters: int


def _walk(n_C0, classes):
    shape = (32, 32, n_C0)
    yield "INPUT", shape, 0
    for number, filters in ((1, 6), (2, 16)):
        h, w, c = shape
        shape = (h - 4, w - 4, filters)
        yield f"CONV{number}", shape, filters + 25 * c * filters
        shape = (shape[0] // 2, shape[1] // 2, filters)
        yield f"POOL{number}", shape, 0
    for name, units in (("FC3", 120), ("FC4", 84), ("SOFTMAX", classes)):
        weights = math.prod(shape) * units
        shape = (units,)
        yield name, shape, weights + units


def lenet_summary(n_C0=3, classes=10):
    return [Row(name, shape, math.prod(shape), count) for name, shape, count in _walk(n_C0, classes)]
