"""Right: As a product with 0/1 matrices from left and right (einsum); the result is float64 also for int64
images below 2**53.
"""

import numpy as np


def zero_pad(X, pad):
    down, across = (np.eye(n + 2 * pad, n, -pad) for n in X.shape[1:3])
    return np.einsum("Hh,nhwc,Ww->nHWc", down, X, across, optimize=True)
