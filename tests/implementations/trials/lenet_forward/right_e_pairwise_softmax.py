"""Right: Style: one example at a time through a list of stages, softmax as 1 / sum over k of exp(z_k -
z_c), caches a dictionary.
"""

import functools

import numpy as np


def conv_stage(W, b):
    kernel = W.transpose(3, 2, 0, 1).reshape(W.shape[3], -1).astype(np.float64)

    def stage(volume):
        patches = np.lib.stride_tricks.sliding_window_view(volume, (5, 5), axis=(0, 1))
        n_H, n_W = patches.shape[:2]
        return (kernel @ patches.reshape(n_H * n_W, -1).T).T.reshape(n_H, n_W, -1) + b[0]

    return stage


def halve(volume):
    rows = np.maximum.reduceat(volume, np.arange(0, volume.shape[0], 2), axis=0)
    return np.maximum.reduceat(rows, np.arange(0, volume.shape[1], 2), axis=1)


def dense_stage(W, b):
    return lambda vector: W.T.astype(np.float64) @ vector + b[0]


def relu(values):
    return np.where(values > 0, values, 0.0)


def softmax(scores):
    with np.errstate(over="ignore"):
        return 1 / np.exp(scores[None, :] - scores[:, None]).sum(axis=1)


def lenet_forward(X, parameters):
    pair = [(parameters[f"W{i}"], parameters[f"b{i}"]) for i in range(1, 6)]
    stages = []
    for W, b in pair[:2]:
        stages += [conv_stage(W, b), relu, halve]
    stages.append(np.ravel)
    for W, b in pair[2:4]:
        stages += [dense_stage(W, b), relu]
    stages += [dense_stage(*pair[4]), softmax]
    images = X.astype(np.float64)
    rows = [functools.reduce(lambda value, stage: stage(value), stages, image) for image in images]
    return np.stack(rows), {"X": X, "parameters": parameters}
