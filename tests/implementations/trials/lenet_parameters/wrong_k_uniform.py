"""Wrong: Wrong (kind 1): He's *uniform* rule: mean and spread are right, but the weights are not normal
(any input).
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    parameters = {}
    for layer, shape in enumerate(shapes, start=1):
        n_in = int(np.prod(shape[:-1]))
        limit = np.sqrt(6 / n_in)  # variance limit**2 / 3 = 2 / n_in
        parameters[f"W{layer}"] = rng.uniform(-limit, limit, size=shape)
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters
