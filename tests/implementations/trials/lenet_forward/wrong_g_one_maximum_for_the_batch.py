"""Wrong: Softmax takes away the largest score of the whole batch; nan for an image whose scores lie more
than 745 below another's.
"""

import numpy as np


def conv(A, W, b):
    f = W.shape[0]
    n = A.shape[1] - f + 1
    Z = b
    for i in range(f):
        for j in range(f):
            Z = Z + A[:, i : i + n, j : j + n, :] @ W[i, j]
    return Z


def pool(A):
    m, n, _, c = A.shape
    return A.reshape(m, n // 2, 2, n // 2, 2, c).max(axis=(2, 4))


def lenet_forward(X, parameters):
    p = parameters
    A = pool(np.maximum(0, conv(X, p["W1"], p["b1"])))
    A = pool(np.maximum(0, conv(A, p["W2"], p["b2"])))
    F = A.reshape(A.shape[0], -1)
    A3 = np.maximum(0, F @ p["W3"] + p["b3"])
    A4 = np.maximum(0, A3 @ p["W4"] + p["b4"])
    Z = A4 @ p["W5"] + p["b5"]
    e = np.exp(Z - np.max(Z))
    return e / e.sum(axis=1, keepdims=True), [A, F, A3, A4]
