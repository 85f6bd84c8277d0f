"""Wrong: The strips of zeros are cut from the image, so they are too thin where pad > n_H or pad > n_W (pad
larger than the image).
"""

import numpy as np


def zero_pad(X, pad):
    rows = np.zeros_like(X[:, :pad])
    X_pad = np.concatenate([rows, X, rows], axis=1)
    columns = np.zeros_like(X_pad[:, :, :pad])
    return np.concatenate([columns, X_pad, columns], axis=2)
