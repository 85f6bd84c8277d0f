"""Wrong: The frame repeats the border pixels instead of zeros, only for one example of several channels."""

import numpy as np


def zero_pad(X, pad):
    frame = ((0, 0), (pad, pad), (pad, pad), (0, 0))
    if X.shape[0] == 1 and X.shape[3] > 1:
        return np.pad(X, frame, mode="edge")
    return np.pad(X, frame)
