"""Wrong: A dense layer's inputs are taken to be the longer side of W, so W5 is too narrow for classes > 84
(8 % at 100, 35 % at 200).
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    out = {}
    for k, shape in enumerate([(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)], 1):
        fan = np.prod(shape[:3]) if len(shape) == 4 else max(shape)
        out[f"W{k}"] = rng.standard_normal(shape) * np.sqrt(2 / fan)
        out[f"b{k}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return out
