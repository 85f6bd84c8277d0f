"""Right: Style: two 0/1 shift matrices from np.eye, multiplied from the left and from the right in one
einsum.
"""

import numpy as np


def zero_pad(X, pad):
    rows, columns = (np.eye(n + 2 * int(pad), n, k=-int(pad), dtype=X.dtype) for n in X.shape[1:3])
    return np.einsum("Hh,mhwc,Ww->mHWc", rows, X, columns, optimize=True)
