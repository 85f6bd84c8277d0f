"""Right: Normal numbers by Box and Muller from the generator's uniform ones, in a generator function."""

import numpy as np


def _normal(rng, shape):
    size = int(np.prod(shape))
    half = -(-size // 2)
    radius = np.sqrt(-2 * np.log1p(-rng.random(half)))  # 1 - u lies in (0, 1]
    angle = 2 * np.pi * rng.random(half)
    both = np.concatenate((radius * np.cos(angle), radius * np.sin(angle)))
    return both[:size].reshape(shape)


def _layers(n_C0, classes):
    channels = n_C0
    for n_C in (6, 16):
        yield (5, 5, channels, n_C), (1, 1, 1, n_C)
        channels = n_C
    units = 5 * 5 * channels
    for n in (120, 84, classes):
        yield (units, n), (1, n)
        units = n


def _items(rng, n_C0, classes):
    for place, (shape, bias) in enumerate(_layers(n_C0, classes), 1):
        yield f"W{place}", _normal(rng, shape) / np.sqrt(np.prod(shape[:-1]) / 2)
        yield f"b{place}", np.zeros(bias)


def lenet_parameters(rng, n_C0=3, classes=10):
    return dict(_items(rng, n_C0, classes))
