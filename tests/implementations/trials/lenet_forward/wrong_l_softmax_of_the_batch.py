"""Wrong: Softmax takes away the largest score of the whole batch; an image whose scores lie some 750 below
another's gets 0 / 0 (and loses digits before that).
"""

import numpy as np


def conv_forward(A_prev, W, b):
    m, n_H, n_W, _ = A_prev.shape
    f = W.shape[0]
    Z = np.zeros((m, n_H - f + 1, n_W - f + 1, W.shape[3]))
    for i in range(f):
        for j in range(f):
            Z += A_prev[:, i : i + n_H - f + 1, j : j + n_W - f + 1] @ W[i, j]
    return Z + b


def max_pool(A):
    return np.maximum(
        np.maximum(A[:, ::2, ::2], A[:, 1::2, ::2]), np.maximum(A[:, ::2, 1::2], A[:, 1::2, 1::2])
    )


def softmax(Z):
    Z = np.exp(Z - np.max(Z))
    return Z / np.sum(Z, axis=1, keepdims=True)


def lenet_forward(X, parameters):
    caches = []
    A = X.astype(np.float64)
    for layer in "12":
        Z = conv_forward(A, parameters["W" + layer], parameters["b" + layer])
        caches.append((A, Z))
        A = max_pool(np.maximum(0, Z))
    A = A.reshape(A.shape[0], -1)
    for layer in "34":
        Z = A @ parameters["W" + layer] + parameters["b" + layer]
        caches.append((A, Z))
        A = np.maximum(0, Z)
    Z = A @ parameters["W5"] + parameters["b5"]
    caches.append((A, Z))
    return softmax(Z), caches
