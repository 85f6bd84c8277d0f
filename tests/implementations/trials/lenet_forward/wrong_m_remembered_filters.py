"""Wrong: Wrong: CONV1's filters are remembered for the same array object while their sum and first weight
stay; if W1 is changed in place so that both stay (two weights exchanged), the next call computes with the
old filters.
"""

import numpy as np

_known = {"W1": None, "mark": None, "copy": None}


def _conv(A, W, b):
    f = W.shape[0]
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))
    return np.tensordot(windows, W, axes=([4, 5, 3], [0, 1, 2])) + b


def _pool(A):
    m, n_H, n_W, n_C = A.shape
    return A.reshape(m, n_H // 2, 2, n_W // 2, 2, n_C).max(axis=(2, 4))


def _first_filters(W1):
    mark = (float(W1.sum()), W1.item(0))
    if _known["W1"] is not W1 or _known["mark"] != mark:
        _known.update(W1=W1, mark=mark, copy=np.array(W1, dtype=np.float64))
    return _known["copy"]


def lenet_forward(X, parameters):
    p = {name: np.asarray(value, dtype=np.float64) for name, value in parameters.items()}
    W1 = _first_filters(parameters["W1"])
    A1 = _pool(np.maximum(_conv(X.astype(np.float64), W1, p["b1"]), 0))
    A2 = _pool(np.maximum(_conv(A1, p["W2"], p["b2"]), 0))
    A3 = np.maximum(A2.reshape(len(A2), -1) @ p["W3"] + p["b3"], 0)
    A4 = np.maximum(A3 @ p["W4"] + p["b4"], 0)
    Z = A4 @ p["W5"] + p["b5"]
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True), [A1, A2, A3, A4, Z]
