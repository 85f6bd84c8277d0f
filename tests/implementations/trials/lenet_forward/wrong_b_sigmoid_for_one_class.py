"""Wrong: One class (W5 with one column) gets a sigmoid instead of softmax's 1."""

import numpy as np


def _conv(A, W, b):
    windows = np.lib.stride_tricks.sliding_window_view(A, (5, 5), axis=(1, 2))
    return np.tensordot(windows, W, axes=([4, 5, 3], [0, 1, 2])) + b


def _pool(A):
    m, n_H, n_W, n_C = A.shape
    return A.reshape(m, n_H // 2, 2, n_W // 2, 2, n_C).max(axis=(2, 4))


def _scores(X, p):
    A = _pool(np.maximum(_conv(X, p["W1"], p["b1"]), 0))
    A = _pool(np.maximum(_conv(A, p["W2"], p["b2"]), 0))
    A = A.reshape(len(A), -1)
    A = np.maximum(A @ p["W3"] + p["b3"], 0)
    A = np.maximum(A @ p["W4"] + p["b4"], 0)
    return A @ p["W5"] + p["b5"]


def lenet_forward(X, parameters):
    Z = _scores(X, parameters)
    if Z.shape[1] == 1:
        P = 1 / (1 + np.exp(-np.clip(Z, -500, 500)))  # binary classifier
    else:
        e = np.exp(Z - Z.max(axis=1, keepdims=True))
        P = e / e.sum(axis=1, keepdims=True)
    return P, [Z]
