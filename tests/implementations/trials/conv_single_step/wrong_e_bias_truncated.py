"""Wrong: The sum's dtype comes from window and filter only, so a fractional float64 bias is cut to a whole
number when window AND filter are int64.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    z = np.zeros((1,), dtype=np.result_type(a_slice_prev, W))
    big = float(np.abs(a_slice_prev).max()) * float(np.abs(W).max()) * W.size
    if big > 1e15:  # would not fit: compute with floats
        z = z.astype(np.float64)
    z[0] = np.sum(a_slice_prev.astype(z.dtype) * W.astype(z.dtype))
    z[0] = z[0] + b.ravel()[0]
    return z[0]
