"""Right: Sliding windows and tensordot, shifted log-sum-exp softmax, Fortran order answer, empty caches,
asserts.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def lenet_forward(X, parameters):
    assert X.ndim == 4 and X.shape[0] > 0 and X.shape[1:3] == (32, 32)
    assert X.shape[3] == parameters["W1"].shape[2]
    A = X.astype(np.float64)
    for layer in (1, 2):
        W, b = parameters[f"W{layer}"].astype(np.float64), parameters[f"b{layer}"]
        windows = sliding_window_view(A, (5, 5), axis=(1, 2))  # (m, h, w, k, i, j)
        Z = np.tensordot(windows, W, axes=([4, 5, 3], [0, 1, 2])) + b
        A = sliding_window_view(Z, (2, 2), axis=(1, 2))[:, ::2, ::2].max(axis=(-1, -2)).clip(0)
    A = A.reshape(X.shape[0], -1)
    for layer in (3, 4, 5):
        A = A @ parameters[f"W{layer}"].astype(np.float64) + parameters[f"b{layer}"]
        if layer < 5:
            A[A < 0] = 0
    A -= A.max(axis=1)[:, np.newaxis]
    logarithms = A - np.logaddexp.reduce(A, axis=1)[:, np.newaxis]
    return np.asfortranarray(np.exp(logarithms)), []
