"""Wrong: Whole-number images with pixels above 1 are divided by 255 first, though the network is asked
about the numbers as they are.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def _prepare(X):
    """Networks want small floats, not bytes."""
    if np.issubdtype(X.dtype, np.integer) and X.max() > 1:
        return X / 255.0
    return X.astype(np.float64)


def _conv_relu_pool(A, W, b):
    windows = sliding_window_view(A, (5, 5), axis=(1, 2))
    Z = np.einsum("nhwkij,ijkc->nhwc", windows, W, optimize=True) + b
    A = np.where(Z > 0, Z, 0)
    m, n_H, n_W, n_C = A.shape
    return A.reshape(m, n_H // 2, 2, n_W // 2, 2, n_C).max(axis=4).max(axis=2)


def lenet_forward(X, parameters):
    p = parameters
    A0 = _prepare(X)
    A1 = _conv_relu_pool(A0, p["W1"], p["b1"])
    A2 = _conv_relu_pool(A1, p["W2"], p["b2"])
    A3 = np.maximum(A2.reshape(A2.shape[0], 400) @ p["W3"] + p["b3"], 0)
    A4 = np.maximum(A3 @ p["W4"] + p["b4"], 0)
    scores = A4 @ p["W5"] + p["b5"]
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True), [A0, A1, A2, A3, A4]
