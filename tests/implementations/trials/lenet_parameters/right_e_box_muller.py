"""Right: Style: Box-Muller from one long draw of rng.random, cut into layers from the last to the first."""

import collections

import numpy as np


def normal_numbers(rng, count):
    u, v = rng.random((2, (count + 1) // 2))
    radius, angle = np.sqrt(-2 * np.log1p(-u)), 2 * np.pi * v
    return np.concatenate([radius * np.cos(angle), radius * np.sin(angle)])[:count]


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    ends = np.cumsum([int(np.prod(shape)) for shape in shapes])
    pieces = np.split(normal_numbers(rng, ends[-1]), ends[:-1])
    answer = collections.OrderedDict()
    for layer in range(5, 0, -1):
        shape = shapes[layer - 1]
        W = pieces[layer - 1].reshape(shape)
        answer[f"b{layer}"] = W[tuple([slice(0, 1)] * (W.ndim - 1))] * 0.0
        answer[f"W{layer}"] = W / np.sqrt(W.size / shape[-1] / 2)
    return answer
