"""Wrong: The size of the map is rounded (half to even), not floored, and the last window may hang over the
edge; wrong for stride > 1 where the rest of (n + 2p - f) / s is more than a half (or a half above an odd
number).
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    n_H = int(round((n_H_prev + 2 * pad - f) / stride)) + 1
    n_W = int(round((n_W_prev + 2 * pad - f) / stride)) + 1
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    Z = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            a = A_pad[:, h * stride : h * stride + f, w * stride : w * stride + f, :]
            Z[:, h, w, :] = np.tensordot(a, W[: a.shape[1], : a.shape[2]], axes=3) + b[0, 0, 0]
    return Z, (A_prev, W, b, hparameters)
