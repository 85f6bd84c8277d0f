"""Wrong: A network with one class gets a sigmoid in place of softmax (whose only probability is 1); legal:
parameters with classes = 1.
"""

import numpy as np


def conv(A, W, b):
    windows = np.lib.stride_tricks.sliding_window_view(A, (5, 5), axis=(1, 2))
    return np.tensordot(windows, W, axes=((3, 4, 5), (2, 0, 1))) + b


def pool(A):
    m, n_H, n_W, n_C = A.shape
    return A.reshape(m, n_H // 2, 2, n_W // 2, 2, n_C).max(axis=(2, 4))


def lenet_forward(X, parameters):
    p = {name: value.astype(np.float64) for name, value in parameters.items()}
    caches = []
    A = X.astype(np.float64)
    for layer in "12":
        caches.append(A)
        A = pool(np.maximum(conv(A, p["W" + layer], p["b" + layer]), 0))
    A = A.reshape(len(A), -1)
    for layer in "34":
        caches.append(A)
        A = np.maximum(A @ p["W" + layer] + p["b" + layer], 0)
    caches.append(A)
    scores = A @ p["W5"] + p["b5"]
    if scores.shape[1] == 1:
        # tanh never overflows: sigmoid(z) = (1 + tanh(z / 2)) / 2
        return (1 + np.tanh(scores / 2)) / 2, caches
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True), caches
