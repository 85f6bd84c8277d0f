"""Wrong: The bias loses its fraction when window and filter are int64 and the bias is float64."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    total = np.array([np.sum(a_slice_prev * W)])
    if total.dtype == np.int64:
        total[0] = np.rint(np.sum(a_slice_prev.astype(float) * W)) + np.trunc(b[0, 0, 0])
    else:
        total[0] += b[0, 0, 0]
    return total[0]
