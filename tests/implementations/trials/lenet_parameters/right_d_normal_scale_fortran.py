"""Right: Rng.normal(scale=...), drawn transposed (outputs first), from the last layer to the first, so keys
in reverse order.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    if n_C0 < 1 or classes < 1:
        raise ValueError("at least one channel and one class")
    draw = lambda *shape: rng.normal(loc=0.0, scale=(2 / np.prod(shape[1:])) ** 0.5, size=shape).T
    return {
        "b5": np.zeros((1, classes)),
        "W5": draw(classes, 84),
        "b4": np.zeros((1, 84)),
        "W4": draw(84, 120),
        "b3": np.zeros((1, 120)),
        "W3": draw(120, 400),
        "b2": np.zeros((1, 1, 1, 16)),
        "W2": draw(16, 6, 5, 5),
        "b1": np.zeros((1, 1, 1, 6)),
        "W1": draw(6, n_C0, 5, 5),
    }
