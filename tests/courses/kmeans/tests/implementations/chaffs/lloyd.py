"""Wrong implementations of lloyd: each must lose points.

One that is called like a mistake of the exercise must be diagnosed as that mistake.
"""

import numpy as np

# For each of them, the properties that must break.
CAUGHT_BY = {
    "stops_after_one": {"one_more_step"},
    "one_step_too_many": {"first_step"},
    "one_step_too_few": {"first_step"},
    "assigns_at_the_end": {"first_step"},
    "begins_again_each_time": {"one_more_step"},
    "never_assigns_again": {"one_more_step"},
    "until_nothing_changes": {"first_step", "one_more_step"},
    "forgets_the_old_centres": {"lost_centre"},
    "sorts_the_labels": {"finds_the_groups"},
    "moves_halfway": {"first_step", "finds_the_groups"},
    "returns_the_first_labels": {"one_more_step"},
}

# These have the same answers as the mistake.
NAMED = {"begins_again_each_time": "stops_after_one", "never_assigns_again": "stops_after_one"}


def _assign(X, C):
    return ((X[:, None] - C) ** 2).sum(axis=2).argmin(axis=1)


def _move(X, labels, k, C):
    return np.array([X[labels == j].mean(axis=0) if np.any(labels == j) else C[j] for j in range(k)])


def _step(X, C):
    labels = _assign(X, C)
    return _move(X, labels, len(C), C), labels


def _steps(X, C, steps):
    labels = _assign(X, C)
    for _ in range(steps):
        C, labels = _step(X, C)
    return C, labels


def stops_after_one(X, C, steps):
    return _step(X, C)


def one_step_too_many(X, C, steps):
    return _steps(X, C, steps + 1)


def one_step_too_few(X, C, steps):
    return _steps(X, C, steps - 1)


def assigns_at_the_end(X, C, steps):
    C, _ = _steps(X, C, steps)
    return C, _assign(X, C)


def begins_again_each_time(X, C, steps):
    for _ in range(steps):
        labels = _assign(X, C)
        new = _move(X, labels, len(C), C)
    return new, labels


def never_assigns_again(X, C, steps):
    labels = _assign(X, C)
    for _ in range(steps):
        C = _move(X, labels, len(C), C)
    return C, labels


def until_nothing_changes(X, C, steps):
    return _steps(X, C, 100)


def forgets_the_old_centres(X, C, steps):
    for _ in range(steps):
        labels = _assign(X, C)
        C = _move(X, labels, len(C), np.zeros_like(C))
    return C, labels


def sorts_the_labels(X, C, steps):
    C, labels = _steps(X, C, steps)
    return C, np.sort(labels)


def moves_halfway(X, C, steps):
    for _ in range(steps):
        new, labels = _step(X, C)
        C = (C + new) / 2
    return C, labels


def returns_the_first_labels(X, C, steps):
    centres, _ = _steps(X, C, steps)
    return centres, _assign(X, C)
