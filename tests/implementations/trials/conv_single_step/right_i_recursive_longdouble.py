"""Right: Recursion over halves, longdouble inside, float64 outside."""

import numpy as np


def _pairwise(v):
    n = v.shape[0]
    if n == 0:
        return np.longdouble(0)
    if n == 1:
        return v[0]
    return _pairwise(v[: n // 2]) + _pairwise(v[n // 2 :])


def conv_single_step(a_slice_prev, W, b):
    left = a_slice_prev.astype(np.longdouble).ravel()
    right = W.astype(np.longdouble).ravel()
    left *= right  # an own copy: astype copies
    return np.float64(_pairwise(left) + np.longdouble(b.ravel()[0]))
