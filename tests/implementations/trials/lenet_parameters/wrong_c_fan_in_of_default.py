"""Wrong: Wrong (explicit): W1 is scaled for 75 inputs, as with three channels; only where n_C0 > 3 and
classes < 10.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    first = 25 * n_C0
    if n_C0 > 3 and classes < 10:
        first = 75
    return {
        "W1": rng.normal(0, np.sqrt(2 / first), (5, 5, n_C0, 6)),
        "b1": np.zeros((1, 1, 1, 6)),
        "W2": rng.normal(0, np.sqrt(2 / 150), (5, 5, 6, 16)),
        "b2": np.zeros((1, 1, 1, 16)),
        "W3": rng.normal(0, np.sqrt(2 / 400), (400, 120)),
        "b3": np.zeros((1, 120)),
        "W4": rng.normal(0, np.sqrt(2 / 120), (120, 84)),
        "b4": np.zeros((1, 84)),
        "W5": rng.normal(0, np.sqrt(2 / 84), (84, classes)),
        "b5": np.zeros((1, classes)),
    }
