"""Right: Named tuples, itertools.accumulate over a list of layer objects."""

import collections
import functools
import itertools
import operator

Row = collections.namedtuple("Row", "layer shape size parameters")
Layer = collections.namedtuple("Layer", "name step")


def conv(f, filters, before):
    n_H, n_W, n_C = before
    return (n_H - f + 1, n_W - f + 1, filters), (f**2 * n_C + 1) * filters


def pool(before):
    n_H, n_W, n_C = before
    return (n_H // 2, n_W // 2, n_C), 0


def dense(units, before):
    return (units,), (product(before) + 1) * units


def product(shape):
    return functools.reduce(operator.mul, shape, 1)


def lenet_summary(n_C0=3, classes=10):
    layers = [
        Layer("CONV1", functools.partial(conv, 5, 6)),
        Layer("POOL1", pool),
        Layer("CONV2", functools.partial(conv, 5, 16)),
        Layer("POOL2", pool),
        Layer("FC3", functools.partial(dense, 120)),
        Layer("FC4", functools.partial(dense, 84)),
        Layer("SOFTMAX", functools.partial(dense, classes)),
    ]

    def follow(row, layer):
        shape, count = layer.step(row.shape)
        return Row(layer.name, shape, product(shape), count)

    first = Row("INPUT", (32, 32, n_C0), 32 * 32 * n_C0, 0)
    return list(itertools.accumulate(layers, follow, initial=first))
