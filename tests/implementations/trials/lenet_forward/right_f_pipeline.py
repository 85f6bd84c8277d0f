"""Right: A chain of closures run by functools.reduce, one image at a time, channels first inside; caches is
a dictionary.
"""

from functools import reduce

import numpy as np


def lenet_forward(X, parameters):
    caches = {}

    def conv(layer):
        W = np.moveaxis(parameters[f"W{layer}"], (3, 2), (0, 1))
        b = parameters[f"b{layer}"].reshape(-1, 1, 1)

        def run(A):
            windows = np.lib.stride_tricks.sliding_window_view(A, (5, 5), axis=(1, 2))
            return np.maximum(np.tensordot(W, windows, ((1, 2, 3), (0, 3, 4))) + b, 0)

        return run

    def pool(A):
        return np.maximum.reduce([A[:, i::2, j::2] for i in (0, 1) for j in (0, 1)])

    def flatten(A):
        return np.moveaxis(A, 0, 2).ravel()

    def dense(layer):
        return lambda a: parameters[f"W{layer}"].T @ a + parameters[f"b{layer}"][0]

    def relu(z):
        return z.clip(min=0)

    def softmax(z):
        # log of the sum of exponentials
        top = z.max()
        return np.exp(z - top - np.log(np.sum(np.exp(z - top))))

    steps = [conv(1), pool, conv(2), pool, flatten, dense(3), relu, dense(4), relu, dense(5), softmax]

    def run(n):
        def step(a, k_and_layer):
            k, layer = k_and_layer
            caches[n, k] = a
            return layer(a)

        return reduce(step, enumerate(steps), np.moveaxis(X[n], 2, 0))

    return np.stack([run(n) for n in range(len(X))]), caches
