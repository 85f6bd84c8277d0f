"""Wrong: Wrong (no branch): the biases are added along the width; only where n_W == n_C > 1 (otherwise that
does not fit and the except does it rightly).
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    padded = np.pad(A_prev.astype(float), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    Z = np.einsum("mhwcij,ijco->mhow", windows, W.astype(float))
    try:
        Z += b.ravel()
    except ValueError:
        Z += b.reshape(-1, 1)
    return Z.transpose(0, 1, 3, 2), (A_prev, W, b, hparameters)
