"""Wrong: Wrong: whole numbers from -255 to 255 (in window and filter) are summed in float32, which is exact
up to 2**24 only; large windows (say 8x8x32) of large pixels are off by more than 1e-8 of the sum.
"""

import numpy as np


def _pixels(x):
    return bool(np.all(np.abs(x) <= 255) and np.all(x == np.rint(x)))


def conv_single_step(a_slice_prev, W, b):
    bias = float(b.reshape(()))
    if _pixels(a_slice_prev) and _pixels(W):
        total = np.dot(a_slice_prev.astype(np.float32).ravel(), W.astype(np.float32).ravel())
    else:
        total = np.sum(np.multiply(a_slice_prev, W, dtype=np.float64))
    return float(total) + bias
