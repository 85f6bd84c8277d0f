"""Wrong: The scale of W1 is that of 5 * 5 * 3 inputs whatever n_C0 is; wrong for n_C0 != 3."""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    p = {}
    p["W1"] = rng.standard_normal((5, 5, n_C0, 6)) * np.sqrt(2 / (5 * 5 * 3))
    p["W2"] = rng.standard_normal((5, 5, 6, 16)) * np.sqrt(2 / (5 * 5 * 6))
    p["W3"] = rng.standard_normal((400, 120)) * np.sqrt(2 / 400)
    p["W4"] = rng.standard_normal((120, 84)) * np.sqrt(2 / 120)
    p["W5"] = rng.standard_normal((84, classes)) * np.sqrt(2 / 84)
    p["b1"] = np.zeros((1, 1, 1, 6))
    p["b2"] = np.zeros((1, 1, 1, 16))
    p["b3"] = np.zeros((1, 120))
    p["b4"] = np.zeros((1, 84))
    p["b5"] = np.zeros((1, classes))
    return p
