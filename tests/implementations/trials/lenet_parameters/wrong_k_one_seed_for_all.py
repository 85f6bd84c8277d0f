"""Wrong: Wrong (kind 3): every layer draws from a new generator with the same seed: layers are scaled
copies of each other (any input).
"""

import numpy as np


def _he_normal(seed, shape):
    n_in = int(np.prod(shape[:-1]))
    return np.random.default_rng(seed).normal(0.0, np.sqrt(2.0 / n_in), size=shape)


def lenet_parameters(rng, n_C0=3, classes=10):
    # one seed from rng makes the whole network reproducible
    seed = int(rng.integers(2**32))
    parameters = {
        "W1": _he_normal(seed, (5, 5, n_C0, 6)),
        "b1": np.zeros((1, 1, 1, 6)),
        "W2": _he_normal(seed, (5, 5, 6, 16)),
        "b2": np.zeros((1, 1, 1, 16)),
        "W3": _he_normal(seed, (400, 120)),
        "b3": np.zeros((1, 120)),
        "W4": _he_normal(seed, (120, 84)),
        "b4": np.zeros((1, 84)),
        "W5": _he_normal(seed, (84, classes)),
        "b5": np.zeros((1, classes)),
    }
    return parameters
