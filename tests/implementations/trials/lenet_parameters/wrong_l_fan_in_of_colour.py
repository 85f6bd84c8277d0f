"""Wrong: CONV1's scale is written for three channels (75 inputs); with n_C0 = 1 its weights are too narrow,
with more channels too wide.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    layers = [
        ((5, 5, n_C0, 6), (1, 1, 1, 6), 75),
        ((5, 5, 6, 16), (1, 1, 1, 16), 150),
        ((400, 120), (1, 120), 400),
        ((120, 84), (1, 84), 120),
        ((84, classes), (1, classes), 84),
    ]
    parameters = {}
    for number, (shape, bias_shape, n_in) in enumerate(layers, start=1):
        parameters[f"W{number}"] = rng.standard_normal(shape) * np.sqrt(2 / n_in)
        parameters[f"b{number}"] = np.zeros(bias_shape)
    return parameters
