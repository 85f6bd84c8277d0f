"""Wrong: With stride > 1 the loop over columns ends where the rows end; wrong for stride > 1 and images so
much wider than high that windows on the right are left at 0.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, f, n_C_prev, n_C = W.shape
    n_H = (n_H_prev + 2 * pad - f) // stride + 1
    n_W = (n_W_prev + 2 * pad - f) // stride + 1
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    Z = np.zeros((m, n_H, n_W, n_C))
    if stride == 1:
        for h in range(n_H):
            for w in range(n_W):
                Z[:, h, w, :] = np.tensordot(A_pad[:, h : h + f, w : w + f, :], W, 3) + b[0, 0]
        return Z, (A_prev, W, b, hparameters)
    last = A_pad.shape[1] - f
    for h, top in enumerate(range(0, last + 1, stride)):
        for w, left in enumerate(range(0, last + 1, stride)):
            if left + f > A_pad.shape[2]:
                break
            Z[:, h, w, :] = np.tensordot(A_pad[:, top : top + f, left : left + f, :], W, 3) + b[0, 0]
    return Z, (A_prev, W, b, hparameters)
