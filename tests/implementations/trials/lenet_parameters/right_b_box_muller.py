"""Right: Style - Box and Muller's normals from uniform numbers."""

import numpy as np


def _shapes(n_C0, classes):
    return [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]


def lenet_parameters(rng, n_C0=3, classes=10):
    parameters = {}
    for layer, shape in reversed(list(enumerate(_shapes(n_C0, classes), start=1))):
        radius = np.sqrt(-2 * np.log1p(-rng.random(shape)))
        normal = radius * np.cos(2 * np.pi * rng.random(shape))
        n_in = 1
        for n in shape[:-1]:
            n_in *= n
        parameters[f"b{layer}"] = np.zeros([1] * (len(shape) - 1) + [shape[-1]])
        parameters[f"W{layer}"] = normal / np.sqrt(n_in / 2)
    return parameters
