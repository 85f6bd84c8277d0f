"""Wrong: Wrong: floats that are all whole (and below 2**53) are multiplied as int64 "to be exact"; float64
windows and filters around 1e10 have products beyond 2**63 and wrap.
"""

import numpy as np


def _whole(x):
    return bool(np.all(np.abs(x) < 2.0**53) and np.all(x == np.rint(x)))


def conv_single_step(a_slice_prev, W, b):
    bias = float(b.reshape(()))
    if _whole(a_slice_prev) and _whole(W):
        return float(np.sum(a_slice_prev.astype(np.int64) * W.astype(np.int64))) + bias
    return float(np.sum(np.multiply(a_slice_prev, W, dtype=np.float64))) + bias
