"""Right: All weights from one draw by Box and Muller's formula, cut apart with a generator; keys come W5 b5
... W1 b1.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = {1: (5, 5, n_C0, 6), 2: (5, 5, 6, 16), 3: (400, 120), 4: (120, 84), 5: (84, classes)}
    total = sum(int(np.prod(shape)) for shape in shapes.values())
    radius = np.sqrt(-2 * np.log(1 - rng.random(total)))
    normal = radius * np.cos(2 * np.pi * rng.random(total))

    def pieces():
        begin = 0
        for layer, shape in shapes.items():
            end = begin + int(np.prod(shape))
            yield f"b{layer}", np.zeros((1,) * (len(shape) - 1) + shape[-1:])
            yield f"W{layer}", normal[begin:end].reshape(shape) * np.sqrt(2 * shape[-1] / (end - begin))
            begin = end

    return dict(reversed(list(pieces())))
