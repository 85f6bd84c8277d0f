"""Wrong: A filter that is a view K[::-1] (rows alone reversed) is used the right way up."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    if isinstance(W.base, np.ndarray) and W.base.shape == W.shape and W.strides[0] < 0 < W.strides[1]:
        W = W.base
    return float(np.einsum("ijk,ijk->", a_slice_prev, W)) + float(b.item())
