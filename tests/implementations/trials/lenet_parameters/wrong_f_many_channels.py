"""Wrong: Inputs of CONV1 are counted as 25 * min(n_C0, 12), so W1 is too wide for n_C0 > 12 (satellite
images).
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    inputs = (25 * min(n_C0, 12), 150, 400, 120, 84)
    shapes = ((5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes))
    parameters = {}
    for layer, (n, shape) in enumerate(zip(inputs, shapes), 1):
        parameters[f"W{layer}"] = rng.normal(0, np.sqrt(2 / n), shape)
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters
