"""Wrong: The inputs of a dense layer are taken to be its larger side; wrong (W5 too narrow) for classes >
84.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    parameters = {}
    for l, shape in enumerate(shapes, 1):
        fan_in = max(shape) if len(shape) == 2 else int(np.prod(shape[:3]))
        parameters[f"W{l}"] = rng.normal(0, np.sqrt(2 / fan_in), shape)
        parameters[f"b{l}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters
