"""Right: Inverse of the normal distribution function from the standard library, via np.vectorize."""

from statistics import NormalDist

import numpy as np


def _layers(n_C0, classes):
    yield 1, (5, 5, n_C0, 6)
    yield 2, (5, 5, 6, 16)
    yield 3, (400, 120)
    yield 4, (120, 84)
    yield 5, (84, classes)


def lenet_parameters(rng, n_C0=3, classes=10):
    result = {}
    for layer, shape in _layers(n_C0, classes):
        *ins, outs = shape
        n_in = 1
        for n in ins:
            n_in *= n
        law = NormalDist(0.0, float(np.sqrt(2 / n_in)))
        uniform = (rng.integers(0, 2**52, size=shape) + 0.5) / 2**52  # strictly between 0 and 1
        result[f"W{layer}"] = np.vectorize(law.inv_cdf, otypes=[float])(uniform)
        result[f"b{layer}"] = np.full((1, outs) if len(shape) == 2 else (1, 1, 1, outs), 0.0)
    return result
