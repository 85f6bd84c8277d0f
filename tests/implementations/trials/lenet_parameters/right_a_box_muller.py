"""Right: Box-Muller from one long rng.random stream, cut into the five layers, last layer first."""

import math

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = ((5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes))
    sizes = [math.prod(shape) for shape in shapes]
    half = -(-sum(sizes) // 2)
    radius = np.sqrt(-2 * np.log1p(-rng.random(half)))
    angle = 2 * np.pi * rng.random(half)
    normals = np.concatenate([radius * np.cos(angle), radius * np.sin(angle)])
    parameters = {}
    for layer in range(5, 0, -1):
        shape, size = shapes[layer - 1], sizes[layer - 1]
        mine, normals = normals[:size].copy(), normals[size:]
        mine *= math.sqrt(2 * shape[-1] / size)
        parameters[f"W{layer}"] = mine.reshape(shape)
        parameters[f"b{layer}"] = np.zeros([1] * (len(shape) - 1) + [shape[-1]])
    return parameters
