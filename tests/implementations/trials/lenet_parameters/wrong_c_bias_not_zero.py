"""Wrong: Wrong (explicit): b5 is 0.01 instead of 0; only where n_C0 == 2 and classes > 10."""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    parameters = {}
    for layer, shape in enumerate(shapes, start=1):
        inputs = np.prod(shape[:-1])
        parameters[f"W{layer}"] = rng.standard_normal(shape) * np.sqrt(2 / inputs)
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    if n_C0 == 2 and classes > 10:
        parameters["b5"] += 0.01
    return parameters
