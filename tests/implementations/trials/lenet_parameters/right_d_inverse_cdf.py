"""Right: Inverse CDF: a rational start value for the normal quantile, polished by Halley steps with
math.erfc.
"""

import math

import numpy as np

_erfc = np.frompyfunc(math.erfc, 1, 1)


def _quantile(u):
    """The standard normal quantile of 0 < u < 1."""
    q = np.minimum(u, 1 - u)
    t = np.sqrt(-2 * np.log(q))
    # Abramowitz and Stegun 26.2.23, good to 4.5e-4.
    x = -(
        t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    )
    for _ in range(2):
        error = 0.5 * _erfc(-x / math.sqrt(2)).astype(float) - q
        step = error * math.sqrt(2 * math.pi) * np.exp(x * x / 2)
        x = x - step / (1 + x * step / 2)
    return np.where(u < 0.5, x, -x)


def lenet_parameters(rng, n_C0=3, classes=10):
    def layer(*shape):
        u = (rng.integers(0, 2**52, size=shape) + 0.5) / 2**52
        weights = _quantile(u) / math.sqrt(math.prod(shape[:-1]) / 2)
        biases = np.zeros([1] * (len(shape) - 1) + [shape[-1]])
        return weights, biases

    layers = [layer(5, 5, n_C0, 6), layer(5, 5, 6, 16), layer(400, 120), layer(120, 84), layer(84, classes)]
    return {f"{letter}{i}": value for i, pair in enumerate(layers, 1) for letter, value in zip("Wb", pair)}
