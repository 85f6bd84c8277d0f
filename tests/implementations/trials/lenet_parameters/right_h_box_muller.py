"""Right: Uniform numbers from rng made normal by Box and Muller, one long vector cut into the weights."""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = ((5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes))
    sizes = [int(np.prod(shape)) for shape in shapes]
    half = (sum(sizes) + 1) // 2
    radius = np.sqrt(-2 * np.log1p(-rng.random(half)))
    angle = 2 * np.pi * rng.random(half)
    normal = np.concatenate([radius * np.cos(angle), radius * np.sin(angle)])[: sum(sizes)]
    pieces = np.split(normal, np.cumsum(sizes)[:-1])
    weights = {
        f"W{i}": np.sqrt(2 * shape[-1] / piece.size) * piece.reshape(shape)
        for i, (piece, shape) in enumerate(zip(pieces, shapes), start=1)
    }
    return weights | {
        k.replace("W", "b"): np.zeros((1,) * (W.ndim - 1) + W.shape[-1:]) for k, W in weights.items()
    }
