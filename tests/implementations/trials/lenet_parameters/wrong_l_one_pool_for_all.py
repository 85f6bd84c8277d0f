"""Wrong: One draw of the largest layer's size serves all layers, so their weights are multiples of one
another and not independent.
"""

import math

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    # One big draw is faster than five small ones.
    pool = rng.standard_normal(max(math.prod(shape) for shape in shapes))
    parameters = {}
    for i, shape in enumerate(shapes, start=1):
        numbers = pool[: math.prod(shape)].reshape(shape)
        parameters[f"W{i}"] = numbers * np.sqrt(2.0 / math.prod(shape[:-1]))
        parameters[f"b{i}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters
