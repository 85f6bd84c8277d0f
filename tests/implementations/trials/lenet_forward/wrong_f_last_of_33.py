"""Wrong: Works in blocks of 32 images and forgets a single image that is left over (m = 33, 65 ...): its
row is 0.
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


def _block(X, parameters):
    W, b = ([parameters[f"{kind}{layer}"] for layer in range(1, 6)] for kind in "Wb")
    A = _pool(_relu(_conv(X, W[0], b[0])))
    A = _pool(_relu(_conv(A, W[1], b[1]))).reshape(len(X), -1)
    A = _relu(_relu(A @ W[2] + b[2]) @ W[3] + b[3])
    return _softmax(A @ W[4] + b[4])


def lenet_forward(X, parameters):
    m, classes = len(X), parameters["W5"].shape[1]
    probabilities = np.zeros((m, classes))
    edges = [*range(0, m - 1, 32), m] if m > 1 else [0, 1]
    for begin, end in zip(edges[:-1], edges[1:]):
        probabilities[begin : begin + 32] = _block(X[begin : min(end, begin + 32)], parameters)
    return probabilities, []
