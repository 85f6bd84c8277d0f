"""Right: Everything written out, rng.normal with its scale, prints."""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    W1 = rng.normal(0, np.sqrt(2 / (5 * 5 * n_C0)), (5, 5, n_C0, 6))
    b1 = np.zeros((1, 1, 1, 6))
    W2 = rng.normal(0, np.sqrt(2 / (5 * 5 * 6)), (5, 5, 6, 16))
    b2 = np.zeros((1, 1, 1, 16))
    W3 = rng.normal(0, np.sqrt(2 / 400), (400, 120))
    b3 = np.zeros((1, 120))
    W4 = rng.normal(0, np.sqrt(2 / 120), (120, 84))
    b4 = np.zeros((1, 84))
    W5 = rng.normal(0, np.sqrt(2 / 84), (84, classes))
    b5 = np.zeros((1, classes))
    print("W1", W1.shape, "W5", W5.shape)
    return {
        "W1": W1,
        "b1": b1,
        "W2": W2,
        "b2": b2,
        "W3": W3,
        "b3": b3,
        "W4": W4,
        "b4": b4,
        "W5": W5,
        "b5": b5,
    }
