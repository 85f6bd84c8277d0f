"""Wrong: Wrong (kind 2): takes a batch for channels-first where n_H is 1 or 3 and n_C is not (e.g. shape
(2, 3, 7, 4)).
"""

import numpy as np


def zero_pad(X, pad):
    # Support both NCHW and NHWC batches.
    channels_first = X.shape[1] in (1, 3) and X.shape[3] not in (1, 3)
    if channels_first:
        widths = ((0, 0), (0, 0), (pad, pad), (pad, pad))
    else:
        widths = ((0, 0), (pad, pad), (pad, pad), (0, 0))
    return np.pad(X, widths, mode="constant", constant_values=0)
