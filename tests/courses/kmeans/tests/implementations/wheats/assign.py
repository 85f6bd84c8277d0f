"""Right implementations of assign, of different kinds: each must earn full marks."""

import numpy as np


def _distances(X, C):
    return ((X[:, None] - C) ** 2).sum(axis=2)


def with_distances(X, C):
    return np.argmin(_distances(X, C), axis=1)


def with_norms(X, C):
    return np.linalg.norm(X[:, None] - C, axis=2).argmin(axis=1)


def with_loops(X, C):
    labels = []
    for x in X:
        best, nearest = 0, np.inf
        for j, c in enumerate(C):
            far = float(((x - c) ** 2).sum())
            if far < nearest:
                best, nearest = j, far
        labels.append(best)
    return np.array(labels)


def without_the_squares_of_the_points(X, C):
    return ((C * C).sum(axis=1) - 2 * X @ C.T).argmin(axis=1)


def with_a_stable_sort(X, C):
    return np.argsort(_distances(X, C), axis=1, kind="stable")[:, 0]


def as_floats(X, C):
    return np.argmin(_distances(X, C), axis=1).astype(float)
