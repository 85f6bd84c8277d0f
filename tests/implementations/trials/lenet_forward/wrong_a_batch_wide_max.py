"""Wrong: Softmax takes away the largest score of the whole batch: an image whose scores lie > 745 below
another image's gives 0 / 0 (guarded: a row of zeros), and precision is lost before that.
"""

import numpy as np


def _conv(A, W, b):
    f = W.shape[0]
    v = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))
    m, n_H, n_W = v.shape[:3]
    columns = v.transpose(0, 1, 2, 4, 5, 3).reshape(m * n_H * n_W, -1)
    return (columns @ W.astype(float).reshape(-1, W.shape[3])).reshape(m, n_H, n_W, -1) + b


def _pool(A):
    m, n_H, n_W, n_C = A.shape
    return A.reshape(m, n_H // 2, 2, n_W // 2, 2, n_C).max(axis=(2, 4))


def _scores(X, p):
    A = X.astype(float)
    caches = [A]
    for k in "12":
        A = _pool(np.maximum(_conv(A, p["W" + k], p["b" + k]), 0))
        caches.append(A)
    A = A.reshape(len(A), -1)
    for k in "34":
        A = np.maximum(A @ p["W" + k] + p["b" + k], 0)
        caches.append(A)
    return A @ p["W5"] + p["b5"], caches


def lenet_forward(X, parameters):
    Z, caches = _scores(X, parameters)
    e = np.exp(Z - Z.max())
    total = e.sum(axis=1, keepdims=True)
    return np.divide(e, total, out=np.zeros_like(e), where=total > 0), caches
