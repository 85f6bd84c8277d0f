"""Wrong: B5 is the same array in every call with the same classes, if these are not 10: training one
network in place changes the next one's biases.
"""

import functools
import numpy as np


@functools.lru_cache(None)
def _zeros(classes):
    return np.zeros((1, classes))


def lenet_parameters(rng, n_C0=3, classes=10):
    out = {}
    for k, shape in enumerate([(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)], 1):
        out[f"W{k}"] = rng.standard_normal(shape) * np.sqrt(2 / np.prod(shape[:-1]))
        out[f"b{k}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    if classes != 10:
        out["b5"] = _zeros(classes)
    return out
