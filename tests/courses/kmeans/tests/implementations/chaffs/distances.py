"""Wrong implementations of distances: each must lose points.

One that is called like a mistake of the exercise must be diagnosed as that mistake.
"""

import numpy as np

# For each of them, the properties that must break.
CAUGHT_BY = {
    "takes_the_root": {"on_a_line", "one_point", "each_pair"},
    "sums_absolute_differences": {"each_pair"},
    "centres_in_rows": {"each_pair"},
    "averages_the_squares": {"each_pair", "one_point"},
    "squares_the_sum": {"each_pair"},
    "squeezes_the_answer": {"one_point"},
    "leaves_out_the_last_coordinate": {"on_a_line", "each_pair"},
    "forgets_the_squares_of_the_points": {"on_a_line", "each_pair"},
    "takes_the_largest_difference": {"each_pair"},
}


def takes_the_root(X, C):
    return np.linalg.norm(X[:, None] - C, axis=2)


def sums_absolute_differences(X, C):
    return np.abs(X[:, None] - C).sum(axis=2)


def centres_in_rows(X, C):
    return ((C[:, None] - X) ** 2).sum(axis=2)


def averages_the_squares(X, C):
    return np.mean((X[:, None] - C) ** 2, axis=2)


def squares_the_sum(X, C):
    return (X[:, None] - C).sum(axis=2) ** 2


def squeezes_the_answer(X, C):
    return np.squeeze(((X[:, None] - C) ** 2).sum(axis=2))


def leaves_out_the_last_coordinate(X, C):
    return ((X[:, None, :-1] - C[:, :-1]) ** 2).sum(axis=2)


def forgets_the_squares_of_the_points(X, C):
    return (C * C).sum(axis=1) - 2 * X @ C.T


def takes_the_largest_difference(X, C):
    return np.max((X[:, None] - C) ** 2, axis=2)
