"""Wrong: Layers with equally many weights share their draws: n_C0 = 16 (W1 and W2), classes = 120 (W4 and
W5): not independent.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    out, draws = {}, {}
    for k, shape in enumerate([(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)], 1):
        size, fan = int(np.prod(shape)), int(np.prod(shape[:-1]))
        if size not in draws:
            draws[size] = rng.standard_normal(size)
        out[f"W{k}"] = draws[size].reshape(shape) * np.sqrt(2 / fan)
        out[f"b{k}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return out
