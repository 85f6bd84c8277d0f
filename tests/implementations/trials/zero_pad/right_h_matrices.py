"""Right: Two products with 0/1 matrices that embed the rows and the columns."""

import numpy as np


def _embed(n, pad):
    return np.eye(n + 2 * pad, n, k=-pad, dtype=np.int64)


def zero_pad(X, pad):
    rows, columns = (_embed(n, pad) for n in X.shape[1:3])
    return np.einsum("ha,nabc,wb->nhwc", rows, X, columns)
