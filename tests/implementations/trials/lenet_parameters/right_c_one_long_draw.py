"""Right: Style: all numbers in one draw, split from the last layer to the first; keys in odd order,
Fortran-ordered weights.
"""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = {5: (84, classes), 4: (120, 84), 3: (400, 120), 2: (5, 5, 6, 16), 1: (5, 5, n_C0, 6)}
    ends = np.cumsum([np.prod(shape) for shape in shapes.values()])
    pieces = np.split(rng.normal(size=int(ends[-1])), ends[:-1])
    out = {
        f"b{k}": np.zeros_like(np.empty(shape)[(slice(0, 1),) * (len(shape) - 1)])
        for k, shape in shapes.items()
    }
    for (k, shape), piece in zip(shapes.items(), pieces):
        out[f"W{k}"] = piece.reshape(shape, order="F") / np.sqrt(piece.size / shape[-1] / 2)
    return out
