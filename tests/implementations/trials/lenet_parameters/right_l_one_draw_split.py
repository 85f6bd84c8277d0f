"""Right: One draw for all layers, split from the back, reshaped in Fortran order, keys in reverse."""

import math

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    n_C0, classes = int(n_C0), int(classes)
    shapes = {5: (84, classes), 4: (120, 84), 3: (400, 120), 2: (5, 5, 6, 16), 1: (5, 5, n_C0, 6)}
    numbers = rng.standard_normal(sum(map(math.prod, shapes.values())))
    cuts = np.cumsum([math.prod(shape) for shape in shapes.values()])[:-1]
    answer = {}
    for (layer, shape), part in zip(shapes.items(), np.split(numbers, cuts)):
        inputs = math.prod(shape[:-1])
        answer[f"b{layer}"] = np.zeros([1] * (len(shape) - 1) + [shape[-1]])
        answer[f"W{layer}"] = part.reshape(shape, order="F").copy(order="F") * math.sqrt(2 / inputs)
    return answer
