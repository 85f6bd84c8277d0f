"""Wrong: Wrong: every layer gets a stream of its own from bit_generator.jumped, which not every bit
generator has: np.random.Generator(np.random.SFC64(0)) ends in an AttributeError.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    n_C0, classes = int(n_C0), int(classes)
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    parameters = {}
    for layer, shape in enumerate(shapes, start=1):
        stream = np.random.Generator(rng.bit_generator.jumped(layer))
        inputs = int(np.prod(shape[:-1]))
        parameters[f"W{layer}"] = stream.standard_normal(shape) * np.sqrt(2 / inputs)
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    # The next network begins where the last stream has ended.
    rng.bit_generator.state = stream.bit_generator.state
    return parameters
