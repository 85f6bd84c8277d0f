"""Wrong: Bias arrays are cached and handed out again: after training in place a second network begins with
biases that are not 0 (and for classes = 120 or 84, b5 is b3 or b4).
"""

from functools import lru_cache

import numpy as np


@lru_cache(maxsize=None)
def _bias(*shape):
    return np.zeros(shape)


def lenet_parameters(rng, n_C0=3, classes=10):
    parameters = {}
    for layer, (f, before, after) in enumerate(
        [(5, n_C0, 6), (5, 6, 16), (0, 400, 120), (0, 120, 84), (0, 84, classes)], 1
    ):
        shape = (f, f, before, after) if f else (before, after)
        inputs = max(f * f, 1) * before
        parameters[f"W{layer}"] = rng.standard_normal(shape) * (2 / inputs) ** 0.5
        parameters[f"b{layer}"] = _bias(1, 1, 1, after) if f else _bias(1, after)
    return parameters
