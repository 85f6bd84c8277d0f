"""Wrong: Wrong (kind 2): 61770 numbers are drawn and used again from the start if there are more weights
(n_C0 > 3 or classes > 10).
"""

import numpy as np

WEIGHTS = 450 + 2400 + 48000 + 10080 + 840


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    sizes = [int(np.prod(shape)) for shape in shapes]
    numbers = np.resize(rng.standard_normal(WEIGHTS), sum(sizes))
    parameters = {}
    start = 0
    for i, (shape, size) in enumerate(zip(shapes, sizes), start=1):
        W = numbers[start : start + size].reshape(shape)
        start += size
        parameters[f"W{i}"] = W * np.sqrt(2 / np.prod(shape[:-1]))
        parameters[f"b{i}"] = np.zeros((1, 1, 1, shape[-1]) if i < 3 else (1, shape[-1]))
    return parameters
