"""Wrong: B2 is added after the ReLU instead of before it, only for grey images (seen when b2 is not 0)."""

import numpy as np


def _conv(A, W):
    windows = np.lib.stride_tricks.sliding_window_view(A, (5, 5), axis=(1, 2))
    return np.tensordot(windows, W, axes=([4, 5, 3], [0, 1, 2]))


def _pool(A):
    m, H, K, C = A.shape
    return A.reshape(m, H // 2, 2, K // 2, 2, C).max(axis=(2, 4))


def lenet_forward(X, parameters):
    P = {key: value.astype(float) for key, value in parameters.items()}
    A1 = _pool(np.maximum(_conv(X.astype(float), P["W1"]) + P["b1"], 0))
    A2 = _pool(np.maximum(_conv(A1, P["W2"]) + P["b2"], 0))
    if X.shape[3] == 1:
        A2 = _pool(np.maximum(_conv(A1, P["W2"]), 0) + P["b2"])
    F = A2.reshape(len(X), -1)
    A3 = np.maximum(F @ P["W3"] + P["b3"], 0)
    A4 = np.maximum(A3 @ P["W4"] + P["b4"], 0)
    scores = A4 @ P["W5"] + P["b5"]
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True), [X, A1, A2, F, A3, A4]
