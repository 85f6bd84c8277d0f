"""Wrong: For n_C0 other than 1 and 3, W1 comes from a generator of its own with a fixed seed, not from rng."""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    first = rng if n_C0 in (1, 3) else np.random.default_rng(1998)
    fans = {"1": 25 * n_C0, "2": 150, "3": 400, "4": 120, "5": 84}
    shapes = {"1": (5, 5, n_C0, 6), "2": (5, 5, 6, 16), "3": (400, 120), "4": (120, 84), "5": (84, classes)}
    out = {}
    for k, shape in shapes.items():
        source = first if k == "1" else rng
        out["W" + k] = source.normal(size=shape) * (2 / fans[k]) ** 0.5
        out["b" + k] = np.zeros((1, 1, 1, shape[-1]) if k in "12" else (1, shape[-1]))
    return out
