"""Right: Recursion over the window's size: a window of f is four overlapping windows of f - 1 (max), prefix
sums per window for the average.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]

    def largest(X, size):
        if size == 1:
            return X
        X = np.maximum(X[:, 1:], X[:, :-1])
        return largest(np.maximum(X[:, :, 1:], X[:, :, :-1]), size - 1)

    def rows(X, axis):
        X = np.moveaxis(X, axis, 0)
        means = [np.add.reduce(X[k : k + f], axis=0) / f for k in range(0, len(X) - f + 1, s)]
        return np.moveaxis(np.array(means), 0, axis)

    choices = {"max": lambda: largest(A_prev, f)[:, ::s, ::s], "average": lambda: rows(rows(A_prev, 2), 1)}
    if mode not in choices:
        raise ValueError(f"no such mode: {mode!r}")
    return choices[mode](), (A_prev, hparameters)
