"""Wrong: Wrong (kind 1): the last layer, which has no ReLU, is scaled by Xavier's sqrt(1 / n_in): W5 too
narrow by sqrt(2) (any input).
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    def normal(gain, *shape):
        return rng.normal(size=shape) * np.sqrt(gain / np.prod(shape[:-1]))

    return {
        "W1": normal(2, 5, 5, n_C0, 6),
        "b1": np.zeros((1, 1, 1, 6)),
        "W2": normal(2, 5, 5, 6, 16),
        "b2": np.zeros((1, 1, 1, 16)),
        "W3": normal(2, 400, 120),
        "b3": np.zeros((1, 120)),
        "W4": normal(2, 120, 84),
        "b4": np.zeros((1, 84)),
        "W5": normal(1, 84, classes),  # no ReLU behind this one
        "b5": np.zeros((1, classes)),
    }
