"""Wrong: Wrong: all weights come from one pool of 65536 random numbers that starts again when it is used
up; for 56 classes and more the end of W5 repeats the numbers of W1, so the layers are not independent.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    n_C0, classes = int(n_C0), int(classes)
    pool = rng.standard_normal(65536)
    used = 0
    parameters = {}
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    for layer, shape in enumerate(shapes, start=1):
        size = int(np.prod(shape))
        numbers = pool.take(np.arange(used, used + size), mode="wrap")
        used += size
        inputs = size // shape[-1]
        parameters[f"W{layer}"] = numbers.reshape(shape) * np.sqrt(2 / inputs)
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters
