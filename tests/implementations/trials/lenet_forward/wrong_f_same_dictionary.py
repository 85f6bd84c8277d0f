"""Wrong: Filters are prepared once for each dictionary: after parameters["W1"] or ["W2"] is replaced in the
same dictionary, the old ones are used.
"""

import numpy as np


def _conv(A, W, b):
    f = W.shape[0]
    h, w = A.shape[1] - f + 1, A.shape[2] - f + 1
    return sum(A[:, i : i + h, j : j + w] @ W[i, j] for i in range(f) for j in range(f)) + b


def _relu(Z):
    return np.maximum(Z, 0)


def _pool(A):
    m, h, w, c = A.shape
    return A.reshape(m, h // 2, 2, w // 2, 2, c).max(axis=(2, 4))


def _softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


class _Prepared:
    parameters = filters = None


def lenet_forward(X, parameters):
    if _Prepared.parameters is not parameters:
        _Prepared.parameters = parameters
        _Prepared.filters = [np.array(parameters[name], dtype=float) for name in ("W1", "W2")]
    A = X
    for layer, W in enumerate(_Prepared.filters, 1):
        A = _pool(_relu(_conv(A, W, parameters[f"b{layer}"])))
    A = A.reshape(len(A), 400)
    for layer in (3, 4):
        A = _relu(A @ parameters[f"W{layer}"] + parameters[f"b{layer}"])
    return _softmax(A @ parameters["W5"] + parameters["b5"]), [A]
