"""Wrong: Wrong: the cache's hparameters are one dictionary for all calls; after a call with another stride
or pad the earlier cache says the later numbers.
"""

import numpy as np

_hparameters = {}


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    _hparameters["stride"], _hparameters["pad"] = stride, pad
    stride, pad = int(stride), int(pad)
    f = W.shape[0]
    A = np.pad(A_prev.astype(np.float64), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    Z = np.tensordot(windows, W.astype(np.float64), axes=([4, 5, 3], [0, 1, 2])) + b
    return Z, (A_prev, W, b, _hparameters)
