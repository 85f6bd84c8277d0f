"""Wrong: Wrong (explicit): the sigmoid of the score instead of softmax, which is 1; only where classes ==
1.
"""

import numpy as np


def conv(A, W, b):
    f = W.shape[0]
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))
    return np.einsum("mhwcij,ijco->mhwo", windows, W, optimize=True) + b


def pool(A):
    m, n_H, n_W, n_C = A.shape
    return A.reshape(m, n_H // 2, 2, n_W // 2, 2, n_C).max(axis=(2, 4))


def lenet_forward(X, parameters):
    p = {name: np.asarray(value, dtype=float) for name, value in parameters.items()}
    A1 = pool(np.maximum(conv(X.astype(float), p["W1"], p["b1"]), 0))
    A2 = pool(np.maximum(conv(A1, p["W2"], p["b2"]), 0))
    F = A2.reshape(len(X), -1)
    A3 = np.maximum(F @ p["W3"] + p["b3"], 0)
    A4 = np.maximum(A3 @ p["W4"] + p["b4"], 0)
    Z = A4 @ p["W5"] + p["b5"]
    if Z.shape[1] == 1:
        return 0.5 * (1 + np.tanh(Z / 2)), [A1, A2, A3, A4]
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True), [A1, A2, A3, A4]
