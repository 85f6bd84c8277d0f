"""Right: A shifted identity matrix from the left and the right puts the image in its frame; the result is a
transposed, non-contiguous view; X itself for pad 0.
"""

import numpy as np


def zero_pad(X, pad):
    if pad == 0:
        return X
    up = np.eye(X.shape[1] + 2 * pad, X.shape[1], k=-pad)
    side = np.eye(X.shape[2] + 2 * pad, X.shape[2], k=-pad)
    planes = up @ X.transpose(0, 3, 1, 2) @ side.T
    return planes.transpose(0, 2, 3, 1)
