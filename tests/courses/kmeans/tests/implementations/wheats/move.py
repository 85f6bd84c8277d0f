"""Right implementations of move, of different kinds: each must earn full marks."""

import numpy as np


def with_masks(X, labels, k, C):
    return np.array([X[labels == j].mean(axis=0) if np.any(labels == j) else C[j] for j in range(k)])


def in_a_copy(X, labels, k, C):
    new = C.astype(float)
    for j in set(labels.tolist()):
        new[j] = np.mean(X[labels == j], axis=0)
    return new


def with_one_hot(X, labels, k, C):
    hot = (labels[:, None] == np.arange(k)).astype(float)
    counts = hot.sum(axis=0)[:, None]
    return np.where(counts > 0, hot.T @ X / np.maximum(counts, 1), C)


def with_bincount(X, labels, k, C):
    counts = np.bincount(labels, minlength=k)
    sums = np.stack([np.bincount(labels, column, minlength=k) for column in X.T], axis=1)
    return np.where(counts[:, None] > 0, sums / np.maximum(counts, 1)[:, None], C)


def with_running_means(X, labels, k, C):
    new, seen = C.astype(float), [0] * k
    for x, j in zip(X, labels):
        seen[j] += 1
        new[j] = x if seen[j] == 1 else new[j] + (x - new[j]) / seen[j]
    return new


def with_sums_at(X, labels, k, C):
    sums, counts = np.zeros((k, X.shape[1])), np.zeros(k)
    np.add.at(sums, labels, X)
    np.add.at(counts, labels, 1)
    new = np.array(C, dtype=float)
    new[counts > 0] = sums[counts > 0] / counts[counts > 0, None]
    return new
