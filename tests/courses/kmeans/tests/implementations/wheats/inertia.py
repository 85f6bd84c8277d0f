"""Right implementations of inertia, of different kinds: each must earn full marks."""

import numpy as np


def _distances(X, C):
    return ((X[:, None] - C) ** 2).sum(axis=2)


def with_indexing(X, C, labels):
    return float(np.sum((X - C[labels]) ** 2))


def with_distances(X, C, labels):
    return _distances(X, C)[np.arange(len(X)), labels].sum()


def with_loops(X, C, labels):
    total = 0.0
    for x, j in zip(X, labels):
        for a, b in zip(x, C[j]):
            total += (a - b) ** 2
    return total


def cluster_by_cluster(X, C, labels):
    return sum(_distances(X[labels == j], C[j : j + 1]).sum() for j in range(len(C)))


def with_a_norm(X, C, labels):
    return np.linalg.norm(X - C[labels]) ** 2
