"""Wrong: Wrong: the zeros are made once for each shape; who trains in place (parameters["b1"] += 1) finds
biases that are not 0 in the next call, and both networks share them.
"""

import functools

import numpy as np


@functools.lru_cache(maxsize=None)
def _zeros(*shape):
    return np.zeros(shape)


def lenet_parameters(rng, n_C0=3, classes=10):
    n_C0, classes = int(n_C0), int(classes)
    parameters = {}
    for layer, (n_in, n_out) in enumerate([(n_C0, 6), (6, 16)], start=1):
        parameters[f"W{layer}"] = rng.normal(0.0, np.sqrt(2 / (25 * n_in)), (5, 5, n_in, n_out))
        parameters[f"b{layer}"] = _zeros(1, 1, 1, n_out)
    for layer, (n_in, n_out) in enumerate([(400, 120), (120, 84), (84, classes)], start=3):
        parameters[f"W{layer}"] = rng.normal(0.0, np.sqrt(2 / n_in), (n_in, n_out))
        parameters[f"b{layer}"] = _zeros(1, n_out)
    return parameters
