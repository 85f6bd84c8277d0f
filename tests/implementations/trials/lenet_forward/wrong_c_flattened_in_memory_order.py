"""Wrong: Wrong (no branch): the maps keep X's memory layout and are flattened in memory order; only where X
is Fortran-contiguous (not C).
"""

import numpy as np


def round_of(A, W, b):
    n = A.shape[1] - 4
    Z = np.zeros_like(A, shape=(A.shape[0], n, n, W.shape[3]), dtype=float)
    for i in range(5):
        for j in range(5):
            Z += A[:, i : i + n, j : j + n] @ W[i, j].astype(float)
    Z += b
    half = np.zeros_like(Z, shape=(A.shape[0], n // 2, n // 2, W.shape[3]))
    for i in (0, 1):
        for j in (0, 1):
            np.maximum(half, Z[:, i::2, j::2], out=half)
    return half


def lenet_forward(X, parameters):
    A = round_of(X.astype(float), parameters["W1"], parameters["b1"])
    A = round_of(A, parameters["W2"], parameters["b2"])
    A = A.reshape((A.shape[0], 400), order="A")
    for k in (3, 4):
        A = np.maximum(A @ parameters[f"W{k}"].astype(float) + parameters[f"b{k}"], 0)
    Z = A @ parameters["W5"].astype(float) + parameters["b5"]
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True), []
