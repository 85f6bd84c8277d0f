"""Wrong implementations of move: each must lose points.

One that is called like a mistake of the exercise must be diagnosed as that mistake.
"""

import numpy as np

# For each of them, the properties that must break.
CAUGHT_BY = {
    "empty_goes_to_zero": {"empty_cluster"},
    "sums_the_points": {"one_cluster", "in_balance"},
    "divides_by_all": {"in_balance"},
    "counts_the_old_centre": {"one_cluster", "in_balance"},
    "takes_the_median": {"one_cluster", "in_balance"},
    "mean_of_no_points": {"empty_cluster"},
    "leaves_empty_ones_out": {"empty_cluster"},
    "one_number_for_each_centre": {"one_cluster", "in_balance"},
    "mean_of_all_points": {"in_balance"},
    "changes_the_old_centres": {"arguments_unchanged"},
    "takes_the_nearest_point": {"in_balance"},
}


def _means(X, labels, k, C):
    return np.array([X[labels == j].mean(axis=0) if np.any(labels == j) else C[j] for j in range(k)])


def empty_goes_to_zero(X, labels, k, C):
    return _means(X, labels, k, np.zeros_like(C))


def sums_the_points(X, labels, k, C):
    return np.array([X[labels == j].sum(axis=0) if np.any(labels == j) else C[j] for j in range(k)])


def divides_by_all(X, labels, k, C):
    return np.array([X[labels == j].sum(axis=0) / len(X) if np.any(labels == j) else C[j] for j in range(k)])


def counts_the_old_centre(X, labels, k, C):
    return np.array([(X[labels == j].sum(axis=0) + C[j]) / (np.sum(labels == j) + 1) for j in range(k)])


def takes_the_median(X, labels, k, C):
    return np.array([np.median(X[labels == j], axis=0) if np.any(labels == j) else C[j] for j in range(k)])


def mean_of_no_points(X, labels, k, C):
    return np.array([X[labels == j].mean(axis=0) for j in range(k)])


def leaves_empty_ones_out(X, labels, k, C):
    return np.array([X[labels == j].mean(axis=0) for j in np.unique(labels)])


def one_number_for_each_centre(X, labels, k, C):
    return np.array([np.full(X.shape[1], X[labels == j].mean()) if np.any(labels == j) else C[j] for j in range(k)])


def mean_of_all_points(X, labels, k, C):
    return np.array([X.mean(axis=0) if np.any(labels == j) else C[j] for j in range(k)])


def changes_the_old_centres(X, labels, k, C):
    C[:] = _means(X, labels, k, C)
    return C


def takes_the_nearest_point(X, labels, k, C):
    new = _means(X, labels, k, C)
    for j in np.unique(labels):
        members = X[labels == j]
        new[j] = members[np.argmin(((members - new[j]) ** 2).sum(axis=1))]
    return new
