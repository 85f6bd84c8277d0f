"""Right: Right: for every place of the frame and the image look up its pixel; outside ones are replaced by
0.
"""

import numpy as np


def zero_pad(X, pad):
    rows, columns = (np.arange(-pad, n + pad) for n in X.shape[1:3])
    inside = np.logical_and.outer((rows >= 0) & (rows < X.shape[1]), (columns >= 0) & (columns < X.shape[2]))
    nearest = X.take(rows, axis=1, mode="clip").take(columns, axis=2, mode="clip")
    return np.where(inside[None, :, :, None], nearest, 0)
