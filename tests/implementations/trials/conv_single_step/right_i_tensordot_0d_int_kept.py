"""Right: Tensordot over all axes; a 0-d array, int64 where everything is int64."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    z = np.tensordot(a_slice_prev, W, axes=3)
    return np.asarray(z + np.squeeze(b))
