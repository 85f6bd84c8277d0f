"""Wrong: Wrong: shifted scores are clipped at -25 "against underflow"; with many classes (5000) and a sure
network the 4999 others take about 7e-8 away from the winner.
"""

import numpy as np


def _conv(A, W, b):
    f = W.shape[0]
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))
    return np.tensordot(windows, W, axes=([4, 5, 3], [0, 1, 2])) + b


def _pool(A):
    m, n_H, n_W, n_C = A.shape
    return A.reshape(m, n_H // 2, 2, n_W // 2, 2, n_C).max(axis=(2, 4))


def _softmax(Z):
    shifted = np.clip(Z - Z.max(axis=1, keepdims=True), -25, 0)
    E = np.exp(shifted)
    return E / E.sum(axis=1, keepdims=True)


def lenet_forward(X, parameters):
    p = {name: np.asarray(value, dtype=np.float64) for name, value in parameters.items()}
    A1 = _pool(np.maximum(_conv(X.astype(np.float64), p["W1"], p["b1"]), 0))
    A2 = _pool(np.maximum(_conv(A1, p["W2"], p["b2"]), 0))
    A3 = np.maximum(A2.reshape(len(A2), -1) @ p["W3"] + p["b3"], 0)
    A4 = np.maximum(A3 @ p["W4"] + p["b4"], 0)
    Z = A4 @ p["W5"] + p["b5"]
    return _softmax(Z), [A1, A2, A3, A4, Z]
