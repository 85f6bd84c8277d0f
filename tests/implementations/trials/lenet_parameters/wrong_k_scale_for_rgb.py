"""Wrong: Wrong (kind 2): CONV1 is scaled for three channels whatever n_C0 is (n_C0 = 1: too narrow by
sqrt(3)).
"""

import numpy as np

# layer: (shape of the filters or weights, inputs of one output)
INPUTS = {"1": 75, "2": 150, "3": 400, "4": 120, "5": 84}


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = {
        "1": (5, 5, n_C0, 6),
        "2": (5, 5, 6, 16),
        "3": (400, 120),
        "4": (120, 84),
        "5": (84, classes),
    }
    parameters = {}
    for layer, shape in shapes.items():
        parameters["W" + layer] = rng.standard_normal(shape) * np.sqrt(2.0 / INPUTS[layer])
        parameters["b" + layer] = np.zeros((1, 1, 1, shape[-1]) if len(shape) == 4 else (1, shape[-1]))
    return parameters
