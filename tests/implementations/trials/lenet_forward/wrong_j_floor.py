"""Wrong: Scores are kept at most 16 below the largest, so a class that should have a probability of 0 gets
1e-7 (trained weights, confident answers).
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
    P = parameters
    A = _features(X, P)
    Z = A @ P["W5"] + P["b5"]
    e = np.exp(np.maximum(Z - Z.max(1, keepdims=True), -16))
    return e / e.sum(1, keepdims=True), [A, Z]
