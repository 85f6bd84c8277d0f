"""Right answers to lenet_parameters, of different kinds."""

import numpy as np


def he(rng, n_C0=3, classes=10):
    parameters = {}
    for layer, shape in enumerate(
        [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)], start=1
    ):
        parameters[f"W{layer}"] = rng.standard_normal(shape) * np.sqrt(2 / np.prod(shape[:-1]))
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters


def drawn_in_one_go(rng, n_C0=3, classes=10):
    """All weights are views of one long vector."""
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    numbers = rng.standard_normal(sum(int(np.prod(shape)) for shape in shapes))
    parameters, start = {}, 0
    for layer, shape in enumerate(shapes, start=1):
        end = start + int(np.prod(shape))
        numbers[start:end] *= (2 / np.prod(shape[:-1])) ** 0.5
        parameters[f"W{layer}"] = numbers[start:end].reshape(shape)
        parameters[f"b{layer}"] = np.zeros_like(numbers, shape=(1,) * (len(shape) - 1) + shape[-1:])
        start = end
    return parameters


def drawn_transposed(rng, n_C0=3, classes=10):
    """Outputs first, as other frameworks have it, and turned: the answers are views in Fortran's order."""
    layers = [(6, n_C0, 5, 5), (16, 6, 5, 5), (120, 400), (84, 120), (classes, 84)]
    parameters = {}
    for layer, shape in enumerate(layers, start=1):
        W = rng.normal(scale=np.sqrt(2 / np.prod(shape[1:])), size=shape)
        parameters[f"W{layer}"] = W.transpose(2, 3, 1, 0) if W.ndim == 4 else W.T
        parameters[f"b{layer}"] = np.zeros((1,) * (W.ndim - 1) + shape[:1])
    return parameters
