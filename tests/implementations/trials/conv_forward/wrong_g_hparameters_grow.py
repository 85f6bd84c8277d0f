"""Wrong: The filter's size is written into the caller's hparameters (an argument and the cache are changed)
when pad > 0.
"""

import numpy as np


def _pad(A, W, hparameters):
    p = hparameters["pad"]
    if p == 0:
        return A
    hparameters["f"] = W.shape[0]
    return np.pad(A, ((0, 0), (p, p), (p, p), (0, 0)))


def conv_forward(A_prev, W, b, hparameters):
    A_pad = _pad(A_prev, W, hparameters)
    s, f = hparameters["stride"], W.shape[0]
    n_H = (A_pad.shape[1] - f) // s + 1
    n_W = (A_pad.shape[2] - f) // s + 1
    rows = []
    for h in range(n_H):
        rows.append([np.tensordot(A_pad[:, h * s : h * s + f, w * s : w * s + f], W, 3) for w in range(n_W)])
    Z = np.array(rows).transpose(2, 0, 1, 3) + b
    return Z, (A_prev, W, b, hparameters)
