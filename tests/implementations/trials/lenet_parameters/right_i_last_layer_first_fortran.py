"""Right: Last layer drawn first, OrderedDict with biases before weights, Fortran-ordered weights."""

import math
from collections import OrderedDict

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    assert isinstance(rng, np.random.Generator)
    assert isinstance(n_C0, (int, np.integer)) and isinstance(classes, (int, np.integer))
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    out = OrderedDict()
    for layer in range(5, 0, -1):
        shape = shapes[layer - 1]
        inputs = math.prod(shape[:-1])
        out[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
        W = rng.standard_normal(shape) * math.sqrt(2.0 / inputs)
        out[f"W{layer}"] = np.asfortranarray(W)
    return out
