"""Wrong: W5 is drawn from a uniform distribution of the right mean and standard deviation, not a normal
one.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    def he(*shape):
        return rng.standard_normal(shape) * np.sqrt(2 / np.prod(shape[:-1]))

    limit = np.sqrt(6 / 84)
    return {
        "W1": he(5, 5, n_C0, 6),
        "b1": np.zeros((1, 1, 1, 6)),
        "W2": he(5, 5, 6, 16),
        "b2": np.zeros((1, 1, 1, 16)),
        "W3": he(400, 120),
        "b3": np.zeros((1, 120)),
        "W4": he(120, 84),
        "b4": np.zeros((1, 84)),
        "W5": rng.uniform(-limit, limit, (84, classes)),
        "b5": np.zeros((1, classes)),
    }
