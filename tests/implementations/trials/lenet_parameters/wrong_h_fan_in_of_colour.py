"""Wrong: W1 is scaled as if the image had three channels, only for more than four channels."""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    inputs = [75 if n_C0 > 4 else 25 * n_C0, 150, 400, 120, 84]
    parameters = {}
    for i, (shape, n) in enumerate(zip(shapes, inputs), 1):
        parameters[f"W{i}"] = rng.standard_normal(shape) * np.sqrt(2 / n)
        parameters[f"b{i}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters
