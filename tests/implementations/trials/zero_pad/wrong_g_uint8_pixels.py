"""Wrong: Whole-number images whose largest number is at most 255 are stored as uint8; wrong for int64 input
with negative numbers.
"""

import numpy as np


def zero_pad(X, pad):
    # integer images are pixels: one byte is enough for them
    if np.issubdtype(X.dtype, np.integer) and X.max() <= 255:
        X = X.astype(np.uint8)
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="constant", constant_values=0)
