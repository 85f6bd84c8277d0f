"""Wrong: Wrong (explicit): flattened channel by channel; only where n_C0 == 1 and m > 2."""

import numpy as np


def conv_relu(A, W, b):
    Z = np.zeros(A.shape[:1] + (A.shape[1] - 4, A.shape[2] - 4, W.shape[3]))
    for i in range(5):
        for j in range(5):
            Z += A[:, i : i + Z.shape[1], j : j + Z.shape[2]] @ W[i, j]
    return np.maximum(Z + b, 0)


def pool(A):
    return np.maximum(
        np.maximum(A[:, ::2, ::2], A[:, 1::2, ::2]), np.maximum(A[:, ::2, 1::2], A[:, 1::2, 1::2])
    )


def lenet_forward(X, parameters):
    m, _, _, n_C0 = X.shape
    A = X * 1.0
    for layer in "12":
        A = pool(conv_relu(A, parameters["W" + layer] * 1.0, parameters["b" + layer]))
    if n_C0 == 1 and m > 2:
        A = A.transpose(0, 3, 1, 2)
    A = A.reshape(m, 400)
    for layer in "34":
        A = np.maximum(A @ (parameters["W" + layer] * 1.0) + parameters["b" + layer], 0)
    Z = A @ (parameters["W5"] * 1.0) + parameters["b5"]
    Z = Z - Z.max(axis=1)[:, None]
    P = np.exp(Z)
    return P / P.sum(axis=1)[:, None], []
