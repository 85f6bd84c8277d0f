"""Wrong: For exactly two classes the columns of W5 are each other's negative, not independent."""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = {1: (5, 5, n_C0, 6), 2: (5, 5, 6, 16), 3: (400, 120), 4: (120, 84), 5: (84, classes)}
    out = {}
    for i, shape in shapes.items():
        fan_in = 1
        for n in shape[:-1]:
            fan_in *= n
        out[f"W{i}"] = rng.normal(0.0, (2.0 / fan_in) ** 0.5, size=shape)
        out[f"b{i}"] = np.zeros([1] * (len(shape) - 1) + [shape[-1]])
    if classes == 2:
        out["W5"][:, 1] = -out["W5"][:, 0]
    return out
