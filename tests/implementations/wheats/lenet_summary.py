"""Right answers to lenet_summary, of different kinds."""

import itertools
import math
from typing import NamedTuple

import numpy as np


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


def numpy_numbers(n_C0=3, classes=10):
    """Shapes and counts as NumPy makes them."""
    volumes = [
        np.array(shape)
        for shape in ((32, 32, n_C0), (28, 28, 6), (14, 14, 6), (10, 10, 16), (5, 5, 16), (120,), (84,))
    ]
    names = ["INPUT", "CONV1", "POOL1", "CONV2", "POOL2", "FC3", "FC4", "SOFTMAX"]
    volumes.append(np.array((classes,)))
    learnt = np.array([0, 150 * n_C0 + 6, 0, 2416, 0, 48120, 10164, 85 * classes])
    return [
        (name, tuple(volume), np.prod(volume), count)
        for name, volume, count in zip(names, volumes, learnt, strict=True)
    ]


class _Row(NamedTuple):
    layer: str
    shape: tuple
    size: int
    parameters: int


def named_tuples(n_C0=3, classes=10):
    return [_Row(*row) for row in computed(n_C0, classes)]


def recursive(n_C0=3, classes=10):
    def below(layers, volume):
        if not layers:
            return []
        (name, size), *rest = layers
        inputs = math.prod(volume)
        if name.startswith("CONV"):
            here = (volume[0] - 4, volume[1] - 4, size)
            learnt = (25 * volume[2] + 1) * size
        elif name.startswith("POOL"):
            here, learnt = (volume[0] // 2, volume[1] // 2, volume[2]), 0
        else:
            here, learnt = (size,), (inputs + 1) * size
        return [(name, here, math.prod(here), learnt), *below(rest, here)]

    layers = [("CONV1", 6), ("POOL1", 0), ("CONV2", 16), ("POOL2", 0), ("FC3", 120), ("FC4", 84)]
    image = (32, 32, n_C0)
    return [("INPUT", image, math.prod(image), 0), *below([*layers, ("SOFTMAX", classes)], image)]


def counts_real_arrays(n_C0=3, classes=10):
    """Makes the volumes and the parameters, and measures them."""
    A, rows = np.empty((32, 32, n_C0)), []
    rows.append(("input", A.shape, A.size, 0))
    for layer, filters in enumerate((6, 16), start=1):
        W, b = np.empty((5, 5, A.shape[2], filters)), np.empty((1, 1, 1, filters))
        A = np.empty((A.shape[0] - 4, A.shape[1] - 4, filters))
        rows.append((f"conv_{layer}", A.shape, A.size, W.size + b.size))
        A = A[::2, ::2]
        rows.append((f"pool_{layer}", A.shape, A.size, 0))
    for name, units in (("fc_3", 120), ("fc_4", 84), ("softmax", classes)):
        W, b = np.empty((A.size, units)), np.empty((1, units))
        A = np.empty(units)
        rows.append((name, A.shape, A.size, W.size + b.size))
    return rows


def columns_put_together(n_C0=3, classes=10):
    heights = [32, 28, 14, 10, 5]
    depths = [n_C0, 6, 6, 16, 16]
    shapes = [(n, n, depth) for n, depth in zip(heights, depths, strict=True)]
    shapes += [(units,) for units in (120, 84, classes)]
    sizes = [math.prod(shape) for shape in shapes]
    dense = [(above + 1) * units for above, units in itertools.pairwise(sizes[4:])]
    learnt = [0, (75 * n_C0 // 3 + 1) * 6, 0, (150 + 1) * 16, 0, *dense]
    names = ("Input", "Conv-1", "Pool-1", "Conv-2", "Pool-2", "FC 3", "FC 4", "SoftMax")
    return tuple(zip(names, shapes, sizes, learnt, strict=True))
