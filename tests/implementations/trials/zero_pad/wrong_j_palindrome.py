"""Wrong: A Fortran-ordered array with m = n_C > 1 and n_H = n_W is read transposed."""

import numpy as np


def zero_pad(X, pad):
    if X.flags.f_contiguous and not X.flags.c_contiguous and X.T.shape == X.shape:
        X = X.T
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
