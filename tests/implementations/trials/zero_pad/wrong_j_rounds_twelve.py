"""Wrong: Rounds to 12 decimals, so arrays of tiny numbers (all about 1e-9) lose their digits."""

import numpy as np


def zero_pad(X, pad):
    return np.pad(np.round(X, 12), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
