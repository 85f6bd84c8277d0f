"""Right: Box-Muller from rng.random(), as a complex number r e^(i phi), one large draw cut into the five
layers.
"""

import numpy as np


def _normal(rng, count):
    half = (count + 1) // 2
    u, v = rng.random((2, half))
    z = np.sqrt(-2 * np.log1p(-u)) * np.exp(2j * np.pi * v)
    return np.concatenate([z.real, z.imag])[:count]


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = {"1": (5, 5, n_C0, 6), "2": (5, 5, 6, 16), "3": (400, 120), "4": (120, 84), "5": (84, classes)}
    sizes = [int(np.prod(shape)) for shape in shapes.values()]
    pieces = np.split(_normal(rng, sum(sizes)), np.cumsum(sizes)[:-1])
    answer = {}
    for (layer, shape), piece in zip(shapes.items(), pieces):
        fan_in = piece.size // shape[-1]
        answer[f"W{layer}"] = piece.reshape(shape) * np.sqrt(2 / fan_in)
        answer[f"b{layer}"] = np.zeros_like(answer[f"W{layer}"], shape=(1,) * (len(shape) - 1) + shape[-1:])
    return answer
