"""Right: Sliding_window_view, tensordot, pooling by reshape, caches as a dictionary."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def lenet_forward(X, parameters):
    caches = {"X": X}
    A = np.array(X, dtype=float)
    for i in (1, 2):
        view = sliding_window_view(A, (5, 5), axis=(1, 2))  # m, h, w, k, 5, 5
        Z = np.tensordot(view, parameters[f"W{i}"], axes=([4, 5, 3], [0, 1, 2])) + parameters[f"b{i}"]
        R = np.maximum(Z, 0)
        m, h, w, c = R.shape
        A = R.reshape(m, h // 2, 2, w // 2, 2, c).max((2, 4))
        caches[f"Z{i}"], caches[f"A{i}"] = Z, A
    A = A.reshape(len(A), -1)
    for i in (3, 4, 5):
        Z = A @ parameters[f"W{i}"] + parameters[f"b{i}"]
        A = np.maximum(Z, 0) if i < 5 else Z
        caches[f"Z{i}"] = Z
    shifted = np.exp(Z - np.max(Z, axis=-1, keepdims=True))
    return shifted / np.sum(shifted, axis=-1, keepdims=True), caches
