"""Wrong: B1 to b4 are the same arrays in every call: once a caller trains them in place, the next call's
biases are not 0.
"""

import numpy as np


_ZEROS = {
    "b1": np.zeros((1, 1, 1, 6)),
    "b2": np.zeros((1, 1, 1, 16)),
    "b3": np.zeros((1, 120)),
    "b4": np.zeros((1, 84)),
}


def lenet_parameters(rng, n_C0=3, classes=10):
    def draw(*shape):
        return rng.normal(size=shape) * (2 / np.prod(shape[:-1])) ** 0.5

    weights = {
        "W1": draw(5, 5, n_C0, 6),
        "W2": draw(5, 5, 6, 16),
        "W3": draw(400, 120),
        "W4": draw(120, 84),
        "W5": draw(84, classes),
    }
    return {**weights, **_ZEROS, "b5": np.zeros((1, classes))}
