"""Right implementations of distances, of different kinds: each must earn full marks."""

import numpy as np


def with_broadcasting(X, C):
    return ((X[:, np.newaxis, :] - C[np.newaxis, :, :]) ** 2).sum(axis=-1)


def with_loops(X, C):
    answer = np.zeros((len(X), len(C)))
    for i in range(len(X)):
        for j in range(len(C)):
            for a in range(X.shape[1]):
                answer[i, j] += (X[i, a] - C[j, a]) ** 2
    return answer


def with_the_binomial_formula(X, C):
    return (X * X).sum(axis=1)[:, None] - 2 * X @ C.T + (C * C).sum(axis=1)


def with_einsum(X, C):
    step = X[:, None] - C
    return np.einsum("nkd,nkd->nk", step, step)


def with_norms(X, C):
    return np.linalg.norm(X[:, None] - C, axis=2) ** 2


def column_by_column(X, C):
    return np.stack([np.square(X - c).sum(axis=1) for c in C], axis=1)
