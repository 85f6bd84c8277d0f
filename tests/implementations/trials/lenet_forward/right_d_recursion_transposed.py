"""Right: Recursion through the layers, batch last (transposed), loops over filter positions, exp2 softmax
with fsum; list answer.
"""

import math

import numpy as np


def _forward(A, parameters, layer, kept):
    if layer == 6:
        return A
    W, b = (parameters[letter + str(layer)].astype(float) for letter in "Wb")
    if layer <= 2:
        size = A.shape[0] - 4
        Z = np.zeros((size, size, W.shape[3], A.shape[3])) + b.reshape(-1, 1)
        for i in range(5):
            for j in range(5):
                Z += W[i, j].T @ A[i : i + size, j : j + size]
        pooled = Z[::2, ::2]
        for corner in (Z[1::2, ::2], Z[::2, 1::2], Z[1::2, 1::2]):
            pooled = np.maximum(pooled, corner)
        A = np.maximum(0, pooled)
        if layer == 2:
            A = A.reshape(400, -1)
    else:
        A = W.T @ A + b.T
        if layer < 5:
            A = np.maximum(0, A)
    kept[layer] = A
    return _forward(A, parameters, layer + 1, kept)


def lenet_forward(X, parameters):
    kept = {}
    scores = _forward(X.transpose(1, 2, 3, 0).astype(float), parameters, 1, kept)
    powers = np.exp2((scores - scores.max(axis=0)) / math.log(2))
    sums = np.array([math.fsum(column) for column in powers.T])
    return [(powers / sums).T, kept]
