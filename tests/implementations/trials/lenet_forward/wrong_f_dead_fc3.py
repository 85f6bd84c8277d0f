"""Wrong: Where all units of FC3 are 0 for the whole batch it returns softmax(b5), although FC4 may live on
its bias b4.
"""

import numpy as np


def _conv(A, W, b):
    f = W.shape[0]
    h, w = A.shape[1] - f + 1, A.shape[2] - f + 1
    return sum(A[:, i : i + h, j : j + w] @ W[i, j] for i in range(f) for j in range(f)) + b


def _relu(Z):
    return np.maximum(Z, 0)


def _pool(A):
    m, h, w, c = A.shape
    return A.reshape(m, h // 2, 2, w // 2, 2, c).max(axis=(2, 4))


def _softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def lenet_forward(X, parameters):
    p = parameters
    A = X
    for layer in "12":
        A = _pool(_relu(_conv(A, p["W" + layer], p["b" + layer])))
    A = _relu(A.reshape(len(X), -1) @ p["W3"] + p["b3"])
    if not A.any():
        scores = np.tile(p["b5"], (len(X), 1))
    else:
        scores = _relu(A @ p["W4"] + p["b4"]) @ p["W5"] + p["b5"]
    return _softmax(scores), [A, scores]
