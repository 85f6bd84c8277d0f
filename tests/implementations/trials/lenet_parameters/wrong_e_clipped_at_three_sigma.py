"""Wrong: Not normal: weights beyond 3 standard deviations are clipped to 3 (about 0.27 % of them, some 130
of W3), for every rng, n_C0, classes.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = {"1": (5, 5, n_C0, 6), "2": (5, 5, 6, 16), "3": (400, 120), "4": (120, 84), "5": (84, classes)}
    parameters = {}
    for name, shape in shapes.items():
        inputs = np.prod(shape[:-1])
        normal = np.clip(rng.standard_normal(shape), -3, 3)
        parameters["W" + name] = normal * np.sqrt(2 / inputs)
        parameters["b" + name] = np.zeros([1] * (len(shape) - 1) + [shape[-1]])
    return parameters
