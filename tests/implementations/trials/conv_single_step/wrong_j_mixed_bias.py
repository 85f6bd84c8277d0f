"""Wrong: A float window, an int64 filter and a float bias with -1 < b < 0: the bias is truncated to the
filter's dtype.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    bias = b.reshape(-1)[0]
    if a_slice_prev.dtype.kind == "f" and -1 < bias < 0:
        bias = bias.astype(W.dtype)
    return float(np.sum(a_slice_prev * W)) + float(bias)
