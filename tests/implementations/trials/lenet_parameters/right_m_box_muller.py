"""Right: Right: one long draw of uniform numbers, made normal by Box and Muller's rule and cut into the
five layers.
"""

import itertools
import math

import numpy as np


def _normal(rng, count):
    half = (count + 1) // 2
    radius = np.sqrt(-2.0 * np.log1p(-rng.random(half)))
    angle = 2.0 * np.pi * rng.random(half)
    return np.concatenate([radius * np.cos(angle), radius * np.sin(angle)])[:count]


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = [(5, 5, int(n_C0), 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, int(classes))]
    sizes = [math.prod(shape) for shape in shapes]
    *cuts, total = itertools.accumulate(sizes)
    pieces = np.split(_normal(rng, total), cuts)
    weights = {
        f"W{layer}": piece.reshape(shape) * math.sqrt(2 / math.prod(shape[:-1]))
        for layer, (piece, shape) in enumerate(zip(pieces, shapes), start=1)
    }
    biases = {
        f"b{layer}": np.zeros([1] * (len(shape) - 1) + [shape[-1]])
        for layer, shape in enumerate(shapes, start=1)
    }
    return {**weights, **biases}
