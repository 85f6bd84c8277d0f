"""Wrong: 'normal' numbers are sums of twelve uniforms minus six: thin tails (excess kurtosis -0.1), not
normal.
"""

import numpy as np


def _shapes(n_C0, classes):
    return [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]


def _normal(rng, shape):
    return rng.random((12, *shape)).sum(axis=0) - 6


def lenet_parameters(rng, n_C0=3, classes=10):
    parameters = {}
    for layer, shape in enumerate(_shapes(n_C0, classes), start=1):
        parameters[f"W{layer}"] = _normal(rng, shape) * np.sqrt(2 / np.prod(shape[:-1]))
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters
