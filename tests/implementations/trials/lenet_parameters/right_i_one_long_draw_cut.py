"""Right: One long vector is drawn once, cut into five by np.split, reshaped to views of it."""

import numpy as np

CONV = (1, 1, 1)
DENSE = (1,)


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = ((5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes))
    sizes = np.array([np.prod(shape, dtype=np.int64) for shape in shapes])
    inputs = np.array([size // shape[-1] for size, shape in zip(sizes, shapes)])
    everything = np.empty(sizes.sum())
    rng.standard_normal(out=everything)
    everything *= np.repeat(np.sqrt(2 / inputs), sizes)
    parts = np.split(everything, np.cumsum(sizes)[:-1])
    weights = {f"W{i + 1}": part.reshape(shape) for i, (part, shape) in enumerate(zip(parts, shapes))}
    biases = {
        f"b{i + 1}": np.zeros((CONV if len(shape) == 4 else DENSE) + (shape[-1],))
        for i, shape in enumerate(shapes)
    }
    return weights | biases
