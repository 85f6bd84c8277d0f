"""Right: One rng.standard_normal() at a time, append to a list, reshape; beginner's style."""

import math

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    parameters = {}
    for number in range(1, 6):
        shape = shapes[number - 1]
        inputs = 1
        for side in shape[:-1]:
            inputs = inputs * int(side)
        weights = []
        for _ in range(inputs * int(shape[-1])):
            weights.append(float(rng.standard_normal()) * math.sqrt(2 / inputs))
        parameters["W" + str(number)] = np.array(weights).reshape(shape)
        if len(shape) == 4:
            parameters["b" + str(number)] = np.zeros((1, 1, 1, shape[-1]))
        else:
            parameters["b" + str(number)] = np.zeros((1, shape[-1]))
    return parameters
