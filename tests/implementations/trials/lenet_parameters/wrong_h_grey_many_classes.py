"""Wrong: W5 is scaled by its outputs instead of its inputs, only for grey images with more than ten
classes.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    parameters = {}
    for i, shape in enumerate([(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)], 1):
        n = int(np.prod(shape[:-1]))
        if i == 5 and n_C0 == 1 and classes > 10:
            n = classes
        parameters["W" + str(i)] = rng.normal(0, np.sqrt(2 / n), shape)
        parameters["b" + str(i)] = np.zeros((1,) * (len(shape) - 1) + (shape[-1],))
    return parameters
