"""Right: One long draw by Box and Muller from rng.random, split into the layers last to first; keys in
another order.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = {
        "W5": (84, classes),
        "W4": (120, 84),
        "W3": (400, 120),
        "W2": (5, 5, 6, 16),
        "W1": (5, 5, n_C0, 6),
    }
    total = sum(int(np.prod(s)) for s in shapes.values())
    radius = np.sqrt(-2 * np.log1p(-rng.random(total)))
    normal = radius * np.cos(2 * np.pi * rng.random(total))
    result, at = {}, 0
    for name, shape in shapes.items():
        size = int(np.prod(shape))
        result[name] = normal[at : at + size].reshape(shape) * (2 * shape[-1] / size) ** 0.5
        at += size
    for name in list(shapes):
        W = result[name]
        result["b" + name[1]] = 0 * W[:1, ...].sum(axis=tuple(range(W.ndim - 1)), keepdims=True)
    return result
