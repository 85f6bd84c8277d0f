"""Wrong: Parameters are found by their shape, so with 84 or 120 classes b4 or b3 is mistaken for b5 (biases
not 0).
"""

import numpy as np


def _conv(A, W, b):
    n = A.shape[1] - 4
    Z = np.zeros((len(A), n, n, W.shape[3]))
    for i in range(5):
        for j in range(5):
            Z += A[:, i : i + n, j : j + n] @ W[i, j]
    Z = np.maximum(Z + b, 0)
    return Z.reshape(len(A), n // 2, 2, n // 2, 2, -1).max((2, 4))


def _features(X, P):
    A = _conv(_conv(np.asarray(X, float), P["W1"], P["b1"]), P["W2"], P["b2"]).reshape(len(X), -1)
    A = np.maximum(A @ P["W3"] + P["b3"], 0)
    return np.maximum(A @ P["W4"] + P["b4"], 0)


def lenet_forward(X, parameters):
    by = {parameters[k].shape: parameters[k] for k in sorted(parameters)}
    n = parameters["b5"].shape[1]
    P = {
        "W1": by[5, 5, X.shape[3], 6],
        "W2": by[5, 5, 6, 16],
        "W3": by[400, 120],
        "W4": by[120, 84],
        "W5": by[84, n],
        "b1": by[1, 1, 1, 6],
        "b2": by[1, 1, 1, 16],
        "b3": by[1, 120],
        "b4": by[1, 84],
        "b5": by[1, n],
    }
    A = _features(X, P)
    Z = A @ P["W5"] + P["b5"]
    e = np.exp(Z - Z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True), [A, Z]
