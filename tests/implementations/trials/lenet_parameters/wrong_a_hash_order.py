"""Wrong: Layers are drawn in the order of a set of strings, which changes with PYTHONHASHSEED: the same
seed gives other weights in another Python process (the same ones within a process).
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = {
        "W1": (5, 5, n_C0, 6),
        "W2": (5, 5, 6, 16),
        "W3": (400, 120),
        "W4": (120, 84),
        "W5": (84, classes),
    }
    parameters = {}
    for name in set(shapes):
        shape = shapes[name]
        parameters[name] = rng.normal(0, np.sqrt(2 / np.prod(shape[:-1])), size=shape)
        parameters["b" + name[1:]] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return {key: parameters[key] for i in range(1, 6) for key in (f"W{i}", f"b{i}")}
