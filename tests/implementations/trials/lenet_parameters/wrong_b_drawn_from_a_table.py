"""Wrong: Weights are picked from a table of 4096 normal numbers, so they repeat within and across layers
and are neither independent nor normal.
"""

import numpy as np


def _shapes(n_C0, classes):
    return [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]


def lenet_parameters(rng, n_C0=3, classes=10):
    table = rng.standard_normal(4096)  # drawing normals is slow, picking is fast
    parameters = {}
    for layer, shape in enumerate(_shapes(n_C0, classes), start=1):
        scale = np.sqrt(2.0 / np.prod(shape[:-1]))
        parameters["W" + str(layer)] = rng.choice(table, size=shape) * scale
        parameters["b" + str(layer)] = np.zeros((1,) * (len(shape) - 1) + (shape[-1],))
    return parameters
