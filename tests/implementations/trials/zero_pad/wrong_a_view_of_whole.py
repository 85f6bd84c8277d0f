"""Wrong: "a view with its base's shape is the base": mirrored views (X[:, ::-1]) and swapped axes of square
images are padded as they lie in memory, i.e. not mirrored.
"""

import numpy as np


def zero_pad(X, pad):
    source = X
    while isinstance(source.base, np.ndarray) and source.base.shape == X.shape:
        source = source.base
    return np.pad(source, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
