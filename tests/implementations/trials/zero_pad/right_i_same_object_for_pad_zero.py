"""Right: Pad = 0 hands the argument itself back, int64 stays int64, otherwise np.pad."""

import numpy as np


def zero_pad(X, pad):
    if pad == 0:
        return X
    frame = ((0, 0), (int(pad), int(pad)), (int(pad), int(pad)), (0, 0))
    return np.pad(X, frame, mode="constant", constant_values=0)
