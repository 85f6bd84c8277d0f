"""Wrong: Remembers the filters as matrices for each parameter dictionary: after a training step into the
same dictionary (in place or by key) CONV1 and CONV2 still use the old weights.
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


_ready = {}


def _prepare(parameters):
    if id(parameters) not in _ready:
        # The dictionary is kept too, so that its id cannot come again.
        _ready[id(parameters)] = (
            parameters,
            {k: parameters[k].astype(float) for k in ("W1", "b1", "W2", "b2")},
        )
    return parameters | _ready[id(parameters)][1]


def lenet_forward(X, parameters):
    Z, caches = _scores(X, _prepare(parameters))
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True), caches
