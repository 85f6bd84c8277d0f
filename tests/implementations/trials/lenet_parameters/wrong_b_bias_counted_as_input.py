"""Wrong: The scale is sqrt(2 / (inputs + 1)), the bias counted as an input (2% for W1 at n_C0 = 1, less
elsewhere).
"""

import numpy as np


def _shapes(n_C0, classes):
    return [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]


def lenet_parameters(rng, n_C0=3, classes=10):
    parameters = {}
    for layer, shape in enumerate(_shapes(n_C0, classes), start=1):
        n_in = int(np.prod(shape[:-1])) + 1  # + 1 for the bias
        parameters[f"W{layer}"] = rng.standard_normal(shape) * np.sqrt(2 / n_in)
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters
