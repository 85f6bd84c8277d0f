"""Wrong: An image that is not all zero but already has a border of pad zeros is returned unpadded (pad >=
1).
"""

import numpy as np


def zero_pad(X, pad):
    if pad > 0:
        # do not pad twice
        border = X.copy()
        border[:, pad:-pad, pad:-pad, :] = 0
        if X.any() and not border.any():
            return X.copy()
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
