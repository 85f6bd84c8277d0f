"""Wrong: Softmax without taking the largest score away, in long double: survives scores of 1e4, but gives
nan for scores above 11356 and for rows all below -11400 (legal: any parameters, pixels up to 255).
"""

import numpy as np


def conv(A, W, b):
    m, n_H, n_W, _ = A.shape
    Z = np.zeros((m, n_H - 4, n_W - 4, W.shape[3])) + b
    for i in range(5):
        for j in range(5):
            Z += A[:, i : i + n_H - 4, j : j + n_W - 4] @ W[i, j]
    return Z


def pool(A):
    return np.max([A[:, i::2, j::2] for i in (0, 1) for j in (0, 1)], axis=0)


def softmax(scores):
    with np.errstate(all="ignore"):
        e = np.exp(scores.astype(np.longdouble))
        return (e / e.sum(axis=1, keepdims=True)).astype(np.float64)


def lenet_forward(X, parameters):
    W1, b1, W2, b2, W3, b3, W4, b4, W5, b5 = (
        parameters[kind + layer].astype(np.float64) for layer in "12345" for kind in "Wb"
    )
    P1 = pool(np.maximum(conv(X.astype(np.float64), W1, b1), 0))
    P2 = pool(np.maximum(conv(P1, W2, b2), 0))
    F = P2.reshape(P2.shape[0], 400)
    A3 = np.maximum(F @ W3 + b3, 0)
    A4 = np.maximum(A3 @ W4 + b4, 0)
    return softmax(A4 @ W5 + b5), [P1, P2, F, A3, A4]
