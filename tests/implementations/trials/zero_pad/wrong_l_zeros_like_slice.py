"""Wrong: The strips of zeros are zeros_like(X[:, :pad]), so they are too thin when pad is larger than n_H
or n_W.
"""

import numpy as np


def zero_pad(X, pad):
    if pad == 0:
        return X.copy()
    strip = np.zeros_like(X[:, :pad, :, :])
    X_pad = np.concatenate([strip, X, strip], axis=1)
    strip = np.zeros_like(X_pad[:, :, :pad, :])
    return np.concatenate([strip, X_pad, strip], axis=2)
