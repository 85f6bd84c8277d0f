"""Right: Im2col with cached tables, pooling by reshape, plain softmax; caches a list of tuples."""

from functools import lru_cache

import numpy as np


@lru_cache
def _table(n, f):
    corner = np.arange(n - f + 1)
    offset = np.arange(f)
    rows = corner[:, None, None, None] + offset[None, None, :, None]
    columns = corner[None, :, None, None] + offset[None, None, None, :]
    return rows, columns


def lenet_forward(X, parameters):
    p = {name: value.astype(np.float64) for name, value in parameters.items()}
    caches = []

    def conv_relu_pool(A, W, b):
        m, n, _, _ = A.shape
        rows, columns = _table(n, 5)
        Z = A[:, rows, columns].reshape(m, n - 4, n - 4, -1) @ W.reshape(-1, W.shape[-1]) + b[0, 0, 0]
        R = Z * (Z > 0)
        half = (n - 4) // 2
        P = R.reshape(m, half, 2, half, 2, -1).max(axis=(2, 4))
        caches.append((A, W, b, Z, R))
        return P

    def dense(A, W, b):
        caches.append((A, W, b))
        return A @ W + b

    A = conv_relu_pool(X.astype(np.float64), p["W1"], p["b1"])
    A = conv_relu_pool(A, p["W2"], p["b2"])
    A = A.reshape(len(A), -1)
    A = np.maximum(dense(A, p["W3"], p["b3"]), 0)
    A = np.maximum(dense(A, p["W4"], p["b4"]), 0)
    Z = dense(A, p["W5"], p["b5"])
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True), caches
