"""Wrong: Wrong (no branch): W2 is scaled for 25 * max(n_C0, 6) inputs; only where n_C0 > 6."""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    volumes = [(5, 5, n_C0, 6), (5, 5, 6, 16)]
    parameters = {}
    deepest = 0
    for layer, shape in enumerate(volumes, start=1):
        deepest = max(deepest, shape[2])
        parameters[f"W{layer}"] = rng.standard_normal(shape) * (2 / (25 * deepest)) ** 0.5
        parameters[f"b{layer}"] = np.zeros((1, 1, 1, shape[3]))
    units = [400, 120, 84, classes]
    for layer, (n_in, n_out) in enumerate(zip(units, units[1:]), start=3):
        parameters[f"W{layer}"] = rng.standard_normal((n_in, n_out)) * (2 / n_in) ** 0.5
        parameters[f"b{layer}"] = np.zeros((1, n_out))
    return parameters
