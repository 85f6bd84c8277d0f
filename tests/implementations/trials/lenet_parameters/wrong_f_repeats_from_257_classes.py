"""Wrong: Only 84 * 256 numbers are drawn for W5 and repeated after that: more than 256 classes get equal
weights.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    parameters = {}
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (classes, 84)]
    for layer, shape in enumerate(shapes, 1):
        if layer == 5:
            drawn = np.resize(rng.standard_normal(min(classes, 256) * 84), shape).T
        else:
            drawn = rng.standard_normal(shape)
        parameters[f"W{layer}"] = drawn * np.sqrt(2 / (drawn.size // drawn.shape[-1]))
        parameters[f"b{layer}"] = np.zeros((1,) * (drawn.ndim - 1) + (drawn.shape[-1],))
    return parameters
