"""Wrong: Wrong (no branch): numbers are drawn once per SIZE of a layer, so layers of equal size are the
same but for scale; only where n_C0 == 16 (W1, W2) or 25 n_C0 == 14 classes, e.g. n_C0 = 14, classes = 25
(W1, W5).
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = ((5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes))
    draws = {int(np.prod(shape)): rng.standard_normal(int(np.prod(shape))) for shape in shapes}
    parameters = {}
    for number, shape in zip("12345", shapes):
        W = draws[int(np.prod(shape))].reshape(shape)
        parameters["W" + number] = W * np.sqrt(2 * shape[-1] / W.size)
        parameters["b" + number] = np.zeros((1,) * (len(shape) - 1) + (shape[-1],))
    return parameters
