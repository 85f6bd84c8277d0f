"""Wrong: A single class gets a sigmoid; softmax over one class is 1. Wrong for classes == 1."""

import numpy as np


def conv(A, W, b):
    f = W.shape[0]
    n = A.shape[1] - f + 1
    Z = b
    for i in range(f):
        for j in range(f):
            Z = Z + A[:, i : i + n, j : j + n, :] @ W[i, j]
    return Z


def pool(A):
    m, n, _, c = A.shape
    return A.reshape(m, n // 2, 2, n // 2, 2, c).max(axis=(2, 4))


def _answer(Z):
    if Z.shape[1] == 1:
        return np.where(Z >= 0, 1 / (1 + np.exp(-np.abs(Z))), np.exp(-np.abs(Z)) / (1 + np.exp(-np.abs(Z))))
    E = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return E / E.sum(axis=-1, keepdims=True)


def lenet_forward(X, parameters):
    p = parameters
    A1 = pool(np.maximum(0, conv(X, p["W1"], p["b1"])))
    A2 = pool(np.maximum(0, conv(A1, p["W2"], p["b2"])))
    F = A2.reshape(A2.shape[0], -1)
    A3 = np.maximum(0, F @ p["W3"] + p["b3"])
    A4 = np.maximum(0, A3 @ p["W4"] + p["b4"])
    Z5 = A4 @ p["W5"] + p["b5"]
    return _answer(Z5), [(X, A1), (A1, A2), F, A3, A4, Z5]
