"""Wrong: Wrong (explicit): true convolution (filter flipped); only where there is one filter (n_C == 1) and
f is even.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    kernel = W.astype(float)
    if W.shape[3] == 1 and f % 2 == 0:
        kernel = np.flip(kernel, (0, 1))
    padded = np.pad(A_prev.astype(float), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (f, f), axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    Z = np.einsum("mhwcij,ijco->mhwo", windows, kernel) + b
    return Z, (A_prev, W, b, hparameters)
