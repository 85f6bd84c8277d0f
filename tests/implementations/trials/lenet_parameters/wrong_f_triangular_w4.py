"""Wrong: W4 is the sum of two uniform numbers, scaled to the right width: not normal (kurtosis -0.6,
nothing beyond 2.45 sigma).
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    parameters = {}
    for layer, shape in enumerate(shapes, 1):
        inputs = np.prod(shape[:-1])
        if layer == 4:
            W = rng.uniform(-1, 1, (2, *shape)).sum(axis=0) * np.sqrt(3 / inputs)
        else:
            W = rng.normal(0, 1, shape) * np.sqrt(2 / inputs)
        parameters |= {f"W{layer}": W, f"b{layer}": np.zeros((1,) * (len(shape) - 1) + (shape[-1],))}
    return parameters
