"""Wrong: The zero biases come from a cached helper: one array for all calls (a network trained in place
spoils the next one's biases), and b4 is b5 for classes = 84.
"""

import functools
import math

import numpy as np


@functools.lru_cache(maxsize=None)
def zeros(*shape):
    return np.zeros(shape)


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = {
        "1": (5, 5, n_C0, 6),
        "2": (5, 5, 6, 16),
        "3": (400, 120),
        "4": (120, 84),
        "5": (84, classes),
    }
    parameters = {}
    for name, shape in shapes.items():
        inputs = math.prod(shape[:-1])
        parameters["W" + name] = rng.normal(size=shape) * math.sqrt(2 / inputs)
        parameters["b" + name] = zeros(*[1] * (len(shape) - 1), shape[-1])
    return parameters
