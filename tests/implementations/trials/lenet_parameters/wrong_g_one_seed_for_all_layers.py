"""Wrong: One seed is drawn from rng and every layer starts a generator with it, so the layers have the same
numbers, only scaled; never independent.
"""

import numpy as np


def _layer(seed, shape):
    generator = np.random.default_rng(seed)
    fan_in = np.prod(shape[:-1])
    return generator.normal(size=shape) * np.sqrt(2.0 / fan_in)


def lenet_parameters(rng, n_C0=3, classes=10):
    seed = int(rng.integers(2**31))
    parameters = {}
    for i, shape in enumerate([(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]):
        parameters["W" + str(i + 1)] = _layer(seed, shape)
        parameters["b" + str(i + 1)] = np.zeros((1, 1, 1, shape[-1]) if i < 2 else (1, shape[-1]))
    return parameters
