"""Wrong: Wrong (explicit): ReLU inside; only where f == 1 and the bias is negative (and the number too)."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    bias = float(np.squeeze(b))
    z = np.tensordot(a_slice_prev.astype(float), W.astype(float), axes=3) + bias
    if a_slice_prev.shape[0] == 1 and bias < 0:
        z = np.maximum(z, 0)
    return float(z)
