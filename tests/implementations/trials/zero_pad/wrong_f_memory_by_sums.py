"""Wrong: Remembers answers by shape, pad, dtype and two sums, so an image with the same numbers in another
order gets the earlier answer.
"""

import numpy as np

_known = {}


def zero_pad(X, pad):
    key = (X.shape, pad, X.dtype.str, float(X.sum()), float(np.abs(X).sum()))
    if key not in _known:
        _known[key] = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    return _known[key].copy()
