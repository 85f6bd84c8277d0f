"""Wrong: Channels are summed in chunks of 24 and the number of chunks is rounded down for n_C_prev = 25,
26, 49, 50.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    n_C = W.shape[-1]
    total = float(b.reshape(-1)[0])
    for k in range(max(1, round(n_C / 24 + 0.4))):
        total += float(np.sum(a_slice_prev[..., 24 * k : 24 * k + 24] * W[..., 24 * k : 24 * k + 24]))
    return total
