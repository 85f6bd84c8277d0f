"""Right: Normal numbers made by Box and Muller from rng.random."""

import numpy as np


def _normal(rng, shape):
    n = int(np.prod(shape))
    half = (n + 1) // 2
    radius = np.sqrt(-2 * np.log1p(-rng.random(half)))  # 1 - u lies in (0, 1]
    angle = 2 * np.pi * rng.random(half)
    both = np.concatenate([radius * np.cos(angle), radius * np.sin(angle)])
    return both[:n].reshape(shape)


def lenet_parameters(rng, n_C0=3, classes=10):
    layers = [
        ((5, 5, n_C0, 6), 25 * n_C0),
        ((5, 5, 6, 16), 150),
        ((400, 120), 400),
        ((120, 84), 120),
        ((84, classes), 84),
    ]
    parameters = {}
    for number, (shape, inputs) in enumerate(layers, 1):
        parameters["W%d" % number] = _normal(rng, shape) * (2 / inputs) ** 0.5
        parameters["b%d" % number] = (
            parameters["W%d" % number][..., :1, :].sum(axis=tuple(range(len(shape) - 1)), keepdims=True) * 0
            + 0.0
        )
    return parameters
