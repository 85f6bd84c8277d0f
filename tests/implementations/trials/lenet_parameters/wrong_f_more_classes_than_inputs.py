"""Wrong: A dense layer's inputs are taken to be its longer side: W5 is too narrow from about 90 classes on."""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    parameters = {}
    for layer, shape in enumerate([(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)], 1):
        inputs = np.prod(shape[:3]) if len(shape) == 4 else max(shape)
        parameters[f"W{layer}"] = rng.standard_normal(shape) * np.sqrt(2 / inputs)
        parameters[f"b{layer}"] = np.zeros([1] * (len(shape) - 1) + [shape[-1]])
    return parameters
