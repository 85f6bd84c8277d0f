"""Right: Defensive checks, concatenation of zero strips in the input's own dtype."""

import numpy as np

ROWS, COLUMNS = 1, 2


def _strip(X, axis, pad):
    shape = list(X.shape)
    shape[axis] = pad
    return np.zeros(shape, dtype=X.dtype)


def zero_pad(X, pad):
    if not isinstance(X, np.ndarray):
        raise TypeError("X must be an array")
    if not isinstance(pad, (int, np.integer)):
        raise TypeError("pad must be a whole number")
    assert X.ndim == 4, "expected (m, n_H, n_W, n_C)"
    assert pad >= 0
    for axis in (ROWS, COLUMNS):
        edge = _strip(X, axis, pad)
        X = np.concatenate([edge, X, edge], axis=axis)
    return X
