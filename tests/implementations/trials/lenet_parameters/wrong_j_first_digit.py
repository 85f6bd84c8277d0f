"""Wrong: The inputs of CONV1 are counted with at most 7 channels, so W1 is too wide for n_C0 >= 8 (by 20 %
at 10, 31 % at 12).
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    fans = [25 * min(n_C0, 7), 150, 400, 120, 84]
    out = {}
    for k, (shape, fan) in enumerate(zip(shapes, fans), 1):
        out[f"W{k}"] = rng.standard_normal(shape) * np.sqrt(2 / fan)
        out[f"b{k}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return out
