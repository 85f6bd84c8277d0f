"""Wrong: Wrong (no branch): W5 is filled from 84 * 16 draws, which then repeat (not independent); only
where classes > 16.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    def weights(shape, draws):
        inputs = np.prod(shape[:-1])
        return np.resize(rng.normal(scale=np.sqrt(2 / inputs), size=draws), shape)

    return {
        "W1": weights((5, 5, n_C0, 6), 150 * n_C0),
        "W2": weights((5, 5, 6, 16), 2400),
        "W3": weights((400, 120), 48000),
        "W4": weights((120, 84), 10080),
        "W5": weights((84, classes), 84 * 16),
        "b1": np.zeros((1, 1, 1, 6)),
        "b2": np.zeros((1, 1, 1, 16)),
        "b3": np.zeros((1, 120)),
        "b4": np.zeros((1, 84)),
        "b5": np.zeros((1, classes)),
    }
