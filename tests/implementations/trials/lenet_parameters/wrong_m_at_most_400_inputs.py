"""Wrong: Wrong: the number of inputs is capped at 400, the largest one in the usual LeNet; for n_C0 > 16
the weights of CONV1 are too wide (n_C0 = 32: by the root of 2).
"""

import numpy as np

MOST_INPUTS = 400


def lenet_parameters(rng, n_C0=3, classes=10):
    n_C0, classes = int(n_C0), int(classes)
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    parameters = {}
    for layer, shape in enumerate(shapes, start=1):
        inputs = min(int(np.prod(shape[:-1])), MOST_INPUTS)
        parameters[f"W{layer}"] = rng.standard_normal(shape) * np.sqrt(2 / inputs)
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters
