"""Right: Named tuples, itertools.accumulate over layer objects, numbers are NumPy ints."""

import itertools
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np


class Row(NamedTuple):
    layer: str
    shape: tuple
    size: int
    parameters: int

    @classmethod
    def of(cls, name, shape, parameters):
        shape = tuple(np.array(shape, dtype=np.int64))
        return cls(name, shape, np.prod(shape, dtype=np.int64), np.int64(parameters))


@dataclass(frozen=True)
class Conv:
    name: str
    filters: int

    def __call__(self, row):
        n_H, n_W, n_C = row.shape
        return Row.of(self.name, (n_H - 4, n_W - 4, self.filters), (25 * n_C + 1) * self.filters)


@dataclass(frozen=True)
class Pool:
    name: str

    def __call__(self, row):
        n_H, n_W, n_C = row.shape
        return Row.of(self.name, (n_H // 2, n_W // 2, n_C), 0)


@dataclass(frozen=True)
class Dense:
    name: str
    units: int

    def __call__(self, row):
        return Row.of(self.name, (self.units,), (row.size + 1) * self.units)


def lenet_summary(n_C0=3, classes=10):
    layers = [Conv("CONV1", 6), Pool("POOL1"), Conv("CONV2", 16), Pool("POOL2")]
    layers += [Dense("FC3", 120), Dense("FC4", 84), Dense("SOFTMAX", int(classes))]
    start = Row.of("INPUT", (32, 32, n_C0), 0)
    return list(itertools.accumulate(layers, lambda row, layer: layer(row), initial=start))
