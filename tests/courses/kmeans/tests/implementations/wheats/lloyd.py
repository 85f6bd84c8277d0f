"""Right implementations of lloyd, of different kinds: each must earn full marks."""

import numpy as np


def _assign(X, C):
    return ((X[:, None] - C) ** 2).sum(axis=2).argmin(axis=1)


def _move(X, labels, k, C):
    return np.array([X[labels == j].mean(axis=0) if np.any(labels == j) else C[j] for j in range(k)])


def with_both(X, C, steps):
    for _ in range(steps):
        labels = _assign(X, C)
        C = _move(X, labels, len(C), C)
    return C, labels


def with_recursion(X, C, steps):
    labels = _assign(X, C)
    C = _move(X, labels, len(C), C)
    return (C, labels) if steps == 1 else with_recursion(X, C, steps - 1)


def from_scratch(X, C, steps):
    centres = np.array(C, dtype=float)
    for _ in range(steps):
        labels = ((X[:, None] - centres) ** 2).sum(axis=2).argmin(axis=1)
        for j in np.unique(labels):
            centres[j] = X[labels == j].mean(axis=0)
    return centres, labels


def stops_when_nothing_changes(X, C, steps):
    labels = None
    for _ in range(steps):
        new = _assign(X, C)
        if labels is not None and np.array_equal(new, labels):
            break
        labels = new
        C = _move(X, labels, len(C), C)
    return C, labels


def keeps_a_list(X, C, steps):
    all_centres, all_labels = [C], []
    while len(all_labels) < steps:
        all_labels.append(_assign(X, all_centres[-1]))
        all_centres.append(_move(X, all_labels[-1], len(C), all_centres[-1]))
    return all_centres[-1], all_labels[-1]
