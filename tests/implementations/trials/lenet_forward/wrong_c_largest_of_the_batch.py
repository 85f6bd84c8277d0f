"""Wrong: Wrong (no branch): the largest score of the whole batch is taken away, not of each row, so low
rows underflow; only where m > 1 and the rows' largest scores lie more than about 710 apart.
"""

import numpy as np


def convolve(A, W, b):
    windows = np.lib.stride_tricks.sliding_window_view(A, (5, 5), axis=(1, 2))
    return np.maximum(0, np.einsum("mhwkij,ijkc->mhwc", windows, W, optimize=True) + b)


def halve(A):
    return np.max([A[:, i::2, j::2] for i in (0, 1) for j in (0, 1)], axis=0)


def lenet_forward(X, parameters):
    W1, W2, W3, W4, W5 = (parameters[f"W{k}"] * 1.0 for k in range(1, 6))
    b1, b2, b3, b4, b5 = (parameters[f"b{k}"] * 1.0 for k in range(1, 6))
    P1 = halve(convolve(X * 1.0, W1, b1))
    P2 = halve(convolve(P1, W2, b2))
    A3 = np.maximum(0, P2.reshape(X.shape[0], -1) @ W3 + b3)
    A4 = np.maximum(0, A3 @ W4 + b4)
    Z = A4 @ W5 + b5
    with np.errstate(all="ignore"):
        E = np.exp(Z - np.max(Z))
        return E / E.sum(axis=1, keepdims=True), [P1, P2, A3, A4]
