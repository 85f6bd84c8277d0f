"""Wrong: Wrong (kind 1): 1e-7 is added to the denominator of softmax: where one class is nearly certain the
row sums to 1 - 1e-7.
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


def relu(Z):
    return np.maximum(0, Z)


def softmax(Z):
    exp = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return exp / (np.sum(exp, axis=1, keepdims=True) + 1e-7)  # avoid a division by zero


def lenet_forward(X, parameters):
    caches = []
    A = X.astype(np.float64)
    for l in range(1, 3):
        Z = _conv(A, parameters["W" + str(l)], parameters["b" + str(l)])
        caches.append((A, Z))
        A = _max_pool(relu(Z))
    A = A.reshape((A.shape[0], -1))
    for l in range(3, 6):
        Z = np.dot(A, parameters["W" + str(l)]) + parameters["b" + str(l)]
        caches.append((A, Z))
        A = relu(Z) if l < 5 else softmax(Z)
    return A, caches
