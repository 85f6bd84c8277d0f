"""Wrong: The list of caches is a default argument: every call empties and refills the list that earlier
calls returned.
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


def lenet_forward(X, parameters, caches=[]):
    caches.clear()
    A = X
    for layer in (1, 2):
        Z = _conv(A, parameters[f"W{layer}"], parameters[f"b{layer}"])
        caches.append((A, Z))
        A = _pool(_relu(Z))
    A = A.reshape(A.shape[0], -1)
    for layer in (3, 4, 5):
        Z = A @ parameters[f"W{layer}"] + parameters[f"b{layer}"]
        caches.append((A, Z))
        A = _relu(Z) if layer < 5 else _softmax(Z)
    return A, caches
