"""Wrong implementations of assign: each must lose points.

One that is called like a mistake of the exercise must be diagnosed as that mistake.
"""

import numpy as np

# For each of them, the properties that must break.
CAUGHT_BY = {
    "takes_the_farthest": {"centres_themselves", "none_is_nearer", "lowest_index"},
    "returns_the_distances": {"centres_themselves", "none_is_nearer", "lowest_index"},
    "nearest_point_of_each_centre": {"none_is_nearer"},
    "begins_at_one": {"centres_themselves", "none_is_nearer", "lowest_index"},
    "takes_the_last_of_equals": {"lowest_index"},
    "looks_at_the_first_coordinate": {"none_is_nearer"},
    "sums_absolute_differences": {"none_is_nearer"},
    "leaves_out_the_last_centre": {"centres_themselves", "none_is_nearer"},
    "only_the_first_point": {"centres_themselves", "none_is_nearer"},
    "returns_the_centres": {"centres_themselves"},
}


def _distances(X, C):
    return ((X[:, None] - C) ** 2).sum(axis=2)


def takes_the_farthest(X, C):
    return np.argmax(_distances(X, C), axis=1)


def returns_the_distances(X, C):
    return np.min(_distances(X, C), axis=1)


def nearest_point_of_each_centre(X, C):
    return np.argmin(_distances(X, C), axis=0)


def begins_at_one(X, C):
    return np.argmin(_distances(X, C), axis=1) + 1


def takes_the_last_of_equals(X, C):
    labels = []
    for row in _distances(X, C):
        best = 0
        for j in range(len(C)):
            if row[j] <= row[best]:
                best = j
        labels.append(best)
    return np.array(labels)


def looks_at_the_first_coordinate(X, C):
    return np.argmin((X[:, None, 0] - C[:, 0]) ** 2, axis=1)


def sums_absolute_differences(X, C):
    return np.argmin(np.abs(X[:, None] - C).sum(axis=2), axis=1)


def leaves_out_the_last_centre(X, C):
    return np.argmin(_distances(X, C[:-1]), axis=1)


def only_the_first_point(X, C):
    return np.full(len(X), np.argmin(_distances(X[:1], C)))


def returns_the_centres(X, C):
    return C[np.argmin(_distances(X, C), axis=1)]
