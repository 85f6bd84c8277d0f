"""Wrong: Weights beyond three standard deviations are clipped to exactly that, which is not normal (0.27 %
of the numbers are equal).
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    def he(*shape):
        fan_in = np.prod(shape[:-1])
        sigma = np.sqrt(2 / fan_in)
        # no outliers, they make the first steps unstable
        return np.clip(rng.normal(0.0, sigma, size=shape), -3 * sigma, 3 * sigma)

    return {
        "W1": he(5, 5, n_C0, 6),
        "b1": np.zeros((1, 1, 1, 6)),
        "W2": he(5, 5, 6, 16),
        "b2": np.zeros((1, 1, 1, 16)),
        "W3": he(400, 120),
        "b3": np.zeros((1, 120)),
        "W4": he(120, 84),
        "b4": np.zeros((1, 84)),
        "W5": he(84, classes),
        "b5": np.zeros((1, classes)),
    }
