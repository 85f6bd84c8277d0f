"""Right: Right: normal numbers by Box and Muller from rng.random, drawn all at once, last layer first."""

import itertools
import math

import numpy as np


def _normal(rng, count):
    half = -(-count // 2)
    radius = np.sqrt(-2 * np.log1p(-rng.random(half)))
    angle = 2 * np.pi * rng.random(half)
    return np.concatenate([radius * np.cos(angle), radius * np.sin(angle)])[:count]


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = [(84, classes), (120, 84), (400, 120), (5, 5, 6, 16), (5, 5, n_C0, 6)]
    ends = list(itertools.accumulate(math.prod(shape) for shape in shapes))
    pieces = np.split(_normal(rng, ends[-1]), ends[:-1])
    weights = {
        f"W{5 - i}": math.sqrt(2 / math.prod(shape[:-1])) * piece.reshape(shape)
        for i, (shape, piece) in enumerate(zip(shapes, pieces))
    }
    biases = {f"b{5 - i}": np.zeros([1] * (len(shape) - 1) + [shape[-1]]) for i, shape in enumerate(shapes)}
    return biases | weights
