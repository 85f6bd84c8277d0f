"""Wrong: The row where a window begins is int(h * s / 100 * 100), 28 in place of 29 (also 57, 58): images
with a window beginning at row 29.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    f, n_C = W.shape[0], W.shape[3]
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    n_H = (A.shape[1] - f) // s + 1
    n_W = (A.shape[2] - f) // s + 1
    Z = np.zeros((len(A), n_H, n_W, n_C))
    for h in range(n_H):
        top = int(h * s / 100 * 100)
        for w in range(n_W):
            Z[:, h, w] = np.tensordot(A[:, top : top + f, w * s : w * s + f], W, 3)
    return Z + b, (A_prev, W, b, hparameters)
