"""Right: One child generator a layer through rng.spawn, scaled by rng.normal's own scale."""

import math

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    children = rng.spawn(5)
    shapes = ((5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes))
    weights = {
        f"W{i}": child.normal(loc=0.0, scale=math.sqrt(2 / math.prod(shape[:-1])), size=shape)
        for i, (child, shape) in enumerate(zip(children, shapes), 1)
    }
    biases = {f"b{i}": np.zeros([1] * (len(shape) - 1) + [shape[-1]]) for i, shape in enumerate(shapes, 1)}
    return {**biases, **weights}
