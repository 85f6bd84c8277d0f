"""Wrong: Filters as matrices are kept per parameter dictionary, so after a change in place (training) the
same dictionary still gives the old answer.
"""

import numpy as np

_matrices = {}


def _filters(parameters):
    key = id(parameters)
    if key not in _matrices:
        matrices = [parameters[name].reshape(-1, parameters[name].shape[-1]).copy() for name in ("W1", "W2")]
        _matrices[key] = (parameters, matrices)  # keeps the dictionary alive, so its id stays its own
    return _matrices[key][1]


def _conv_relu_pool(A, matrix, b):
    windows = np.lib.stride_tricks.sliding_window_view(A, (5, 5), axis=(1, 2))
    m, n_H, n_W = windows.shape[:3]
    columns = windows.transpose(0, 1, 2, 4, 5, 3).reshape(m, n_H, n_W, -1)
    Z = np.maximum(columns @ matrix + b, 0)
    return Z.reshape(m, n_H // 2, 2, n_W // 2, 2, -1).max(axis=(2, 4))


def lenet_forward(X, parameters):
    W1, W2 = _filters(parameters)
    P1 = _conv_relu_pool(X, W1, parameters["b1"])
    P2 = _conv_relu_pool(P1, W2, parameters["b2"])
    F = P2.reshape(len(X), -1)
    A3 = np.maximum(0, F @ parameters["W3"] + parameters["b3"])
    A4 = np.maximum(0, A3 @ parameters["W4"] + parameters["b4"])
    Z = A4 @ parameters["W5"] + parameters["b5"]
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True), [P1, P2, F, A3, A4]
