"""Wrong: Remembers results by (shape, pad, sum, min, max): a later batch with the same statistics
(mirrored, permuted) gets the earlier batch's answer.
"""

import numpy as np

_seen = {}


def zero_pad(X, pad):
    key = (X.shape, X.dtype.str, pad, float(X.sum()), float(X.min()), float(X.max()))
    if key not in _seen:
        _seen[key] = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    return _seen[key].copy()
