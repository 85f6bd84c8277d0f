"""Wrong: Numbers beyond three standard deviations are clipped to them: not normal (nothing beyond 3 sigma,
ever).
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    parameters = {}
    for layer, shape in enumerate(shapes, start=1):
        n_in = int(np.prod(shape[:-1]))
        parameters[f"W{layer}"] = np.clip(rng.standard_normal(shape), -3, 3) * np.sqrt(2 / n_in)
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters
