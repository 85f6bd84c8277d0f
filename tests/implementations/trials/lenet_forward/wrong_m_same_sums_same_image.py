"""Wrong: Wrong: images of one batch with the same sum, sum of squares and first pixel count as the same
image: a drawing and the same drawing moved by some pixels (or mirrored) get one answer.
"""

import numpy as np


def _conv(A, W, b):
    f = W.shape[0]
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))
    return np.tensordot(windows, W, axes=([4, 5, 3], [0, 1, 2])) + b


def _pool(A):
    m, n_H, n_W, n_C = A.shape
    return A.reshape(m, n_H // 2, 2, n_W // 2, 2, n_C).max(axis=(2, 4))


def _distinct(X):
    """Find images that occur several times: where each one occurs first, and which one each is."""
    seen, first, which = {}, [], []
    for n, image in enumerate(X):
        mark = (image.sum(), np.square(image).sum(), *image[0, 0].tolist())
        if mark not in seen:
            seen[mark] = len(first)
            first.append(n)
        which.append(seen[mark])
    return first, which


def lenet_forward(X, parameters):
    p = {name: np.asarray(value, dtype=np.float64) for name, value in parameters.items()}
    X = X.astype(np.float64)
    first, which = _distinct(X)
    A0 = X[first]
    A1 = _pool(np.maximum(_conv(A0, p["W1"], p["b1"]), 0))
    A2 = _pool(np.maximum(_conv(A1, p["W2"], p["b2"]), 0))
    A3 = np.maximum(A2.reshape(len(A2), -1) @ p["W3"] + p["b3"], 0)
    A4 = np.maximum(A3 @ p["W4"] + p["b4"], 0)
    Z = A4 @ p["W5"] + p["b5"]
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return P[which], [A1, A2, A3, A4, Z]
