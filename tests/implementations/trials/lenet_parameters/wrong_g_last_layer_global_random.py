"""Wrong: W5 is drawn from np.random, not from rng, when classes is not 10; the same seed then gives another
W5.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = {1: (5, 5, n_C0, 6), 2: (5, 5, 6, 16), 3: (400, 120), 4: (120, 84), 5: (84, 10)}
    parameters = {}
    for l, shape in shapes.items():
        parameters[f"W{l}"] = rng.standard_normal(shape) * np.sqrt(2 / np.prod(shape[:-1]))
        parameters[f"b{l}"] = np.zeros((1, 1, 1, shape[-1]) if l <= 2 else (1, shape[-1]))
    if classes != 10:  # another head
        parameters["W5"] = np.random.randn(84, classes) * np.sqrt(2 / 84)
        parameters["b5"] = np.zeros((1, classes))
    return parameters
