"""Wrong: The numbers of W4 are numbers of W3 in another order (scaled), so these layers are not
independent.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    def he(numbers, *shape):
        return numbers.reshape(shape) * np.sqrt(2 / np.prod(shape[:-1]))

    pool = rng.standard_normal(400 * 120)
    return {
        "W1": he(rng.standard_normal(150 * n_C0), 5, 5, n_C0, 6),
        "b1": np.zeros((1, 1, 1, 6)),
        "W2": he(rng.standard_normal(2400), 5, 5, 6, 16),
        "b2": np.zeros((1, 1, 1, 16)),
        "W3": he(pool, 400, 120),
        "b3": np.zeros((1, 120)),
        "W4": he(rng.permutation(pool)[: 120 * 84], 120, 84),
        "b4": np.zeros((1, 84)),
        "W5": he(rng.standard_normal(84 * classes), 84, classes),
        "b5": np.zeros((1, classes)),
    }
