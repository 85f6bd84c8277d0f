"""Wrong: True convolution (filter flipped) when f is even and the volume is deeper than the filter is wide."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    f, _, depth = W.shape
    w = np.asarray(W, dtype=np.float64)
    if f % 2 == 0 and depth > f:
        w = w[::-1, ::-1]
    return float(np.tensordot(np.asarray(a_slice_prev, dtype=np.float64), w, axes=3)) + float(b.item())
