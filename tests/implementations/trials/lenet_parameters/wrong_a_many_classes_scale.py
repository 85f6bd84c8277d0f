"""Wrong: With more than 84 classes W5 is scaled by sqrt(2 / classes) in place of sqrt(2 / 84)."""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    parameters = {}
    for layer, shape in enumerate(shapes, start=1):
        n_in = int(np.prod(shape[:-1]))
        if len(shape) == 2:
            n_in = max(shape)
        parameters[f"W{layer}"] = rng.standard_normal(shape) * np.sqrt(2 / n_in)
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters
