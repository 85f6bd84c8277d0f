"""Wrong: Wrong (kind 2): with one class the answer is a sigmoid in place of softmax (which gives 1):
classes = 1.
"""

import numpy as np


def _conv(A, W, b):
    f = W.shape[0]
    n = A.shape[1] - f + 1
    Z = np.zeros((A.shape[0], n, n, W.shape[3])) + b
    for i in range(f):
        for j in range(f):
            Z += A[:, i : i + n, j : j + n, :] @ W[i, j]
    return Z


def _max_pool(A):
    m, n_H, n_W, n_C = A.shape
    return A.reshape(m, n_H // 2, 2, n_W // 2, 2, n_C).max(axis=(2, 4))


def _activate(Z):
    if Z.shape[1] == 1:  # a single output: yes or no
        return np.exp(-np.logaddexp(0, -Z))
    Z = Z - Z.max(axis=1, keepdims=True)
    return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)


def lenet_forward(X, parameters):
    A, caches = X.astype(float), []
    for layer in range(1, 6):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        caches.append((A, W, b))
        if layer < 3:
            A = _max_pool(np.maximum(_conv(A, W, b), 0))
            continue
        Z = A.reshape(A.shape[0], -1) @ W + b
        A = np.maximum(Z, 0) if layer < 5 else _activate(Z)
    return A, caches
