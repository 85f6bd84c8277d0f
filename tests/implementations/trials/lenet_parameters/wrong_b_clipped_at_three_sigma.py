"""Wrong: Weights are clipped at three standard deviations, so they are not normal."""

import numpy as np


def _shapes(n_C0, classes):
    return [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]


def lenet_parameters(rng, n_C0=3, classes=10):
    parameters = {}
    for layer, shape in enumerate(_shapes(n_C0, classes), start=1):
        scale = np.sqrt(2 / np.prod(shape[:-1]))
        W = rng.normal(0, scale, shape)
        parameters[f"W{layer}"] = np.clip(W, -3 * scale, 3 * scale)
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters
