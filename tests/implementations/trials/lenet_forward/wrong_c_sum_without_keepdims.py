"""Wrong: Wrong (no branch): the sums of the rows divide the columns; only where m == classes > 1 (otherwise
that does not fit and the except does it rightly).
"""

import numpy as np


def layer(A, W, b):
    m, n, _, _ = A.shape
    columns = np.lib.stride_tricks.sliding_window_view(A, (5, 5), axis=(1, 2))
    columns = columns.transpose(0, 1, 2, 4, 5, 3).reshape(m * (n - 4) ** 2, -1)
    Z = columns @ W.reshape(-1, W.shape[3]) + b.reshape(1, -1)
    Z = np.maximum(Z, 0).reshape(m, (n - 4) // 2, 2, (n - 4) // 2, 2, -1)
    return Z.max(axis=(2, 4))


def lenet_forward(X, parameters):
    get = lambda name: np.array(parameters[name], dtype=float, order="C")
    A = layer(layer(X.astype(float), get("W1"), get("b1")), get("W2"), get("b2"))
    A = A.reshape(A.shape[0], -1)
    A = np.maximum(A @ get("W3") + get("b3"), 0)
    A = np.maximum(A @ get("W4") + get("b4"), 0)
    P = A @ get("W5") + get("b5")
    P -= P.max(axis=1, keepdims=True)
    np.exp(P, out=P)
    try:
        P /= P.sum(axis=1)
    except ValueError:
        P /= P.sum(axis=1, keepdims=True)
    return P, []
