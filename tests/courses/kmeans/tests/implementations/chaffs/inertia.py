"""Wrong implementations of inertia: each must lose points.

One that is called like a mistake of the exercise must be diagnosed as that mistake.
"""

import numpy as np

# For each of them, the properties that must break.
CAUGHT_BY = {
    "mean_of_the_points": {"pairs", "off_the_mean"},
    "sums_the_distances": {"one_point", "pairs"},
    "nearest_instead_of_label": {"one_point"},
    "sums_all_centres": {"one_point", "pairs"},
    "takes_the_root": {"one_point", "pairs"},
    "measures_from_the_means": {"off_the_mean"},
    "mean_of_the_clusters": {"pairs"},
    "looks_at_the_first_coordinate": {"one_point"},
    "leaves_out_the_last_cluster": {"pairs"},
    "exchanges_the_signs": {"one_point"},
}

REDUNDANT = {"off_the_mean": "It keeps points for those who are right for means alone."}


def _distances(X, C):
    return ((X[:, None] - C) ** 2).sum(axis=2)


def mean_of_the_points(X, C, labels):
    return np.mean(_distances(X, C)[np.arange(len(X)), labels])


def sums_the_distances(X, C, labels):
    return np.sum(np.linalg.norm(X - C[labels], axis=1))


def nearest_instead_of_label(X, C, labels):
    return np.sum(np.min(_distances(X, C), axis=1))


def sums_all_centres(X, C, labels):
    return np.sum(_distances(X, C))


def takes_the_root(X, C, labels):
    return np.linalg.norm(X - C[labels])


def measures_from_the_means(X, C, labels):
    total = 0.0
    for j in np.unique(labels):
        members = X[labels == j]
        total += np.sum((members - members.mean(axis=0)) ** 2)
    return total


def mean_of_the_clusters(X, C, labels):
    return sum(np.mean((X[labels == j] - C[j]) ** 2) for j in np.unique(labels))


def looks_at_the_first_coordinate(X, C, labels):
    return np.sum((X[:, 0] - C[labels, 0]) ** 2)


def leaves_out_the_last_cluster(X, C, labels):
    return sum(np.sum((X[labels == j] - C[j]) ** 2) for j in range(len(C) - 1))


def exchanges_the_signs(X, C, labels):
    return np.sum((X + C[labels]) ** 2)
