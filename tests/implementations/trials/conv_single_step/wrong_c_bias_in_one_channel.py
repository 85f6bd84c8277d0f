"""Wrong: Wrong (no branch): the bias is added in channel n_C_prev**2 // 9, which does not exist (bias
forgotten); only where n_C_prev >= 9.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    n_C_prev = W.shape[2]
    per_channel = np.einsum("ijk,ijk->k", a_slice_prev.astype(float), W.astype(float))
    here = np.arange(n_C_prev) == n_C_prev * n_C_prev // 9
    return np.sum(per_channel + here * b.reshape(1))
