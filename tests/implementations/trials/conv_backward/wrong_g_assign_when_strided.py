"""Wrong: For stride > 1 the windows are taken not to overlap and dA is assigned, not added; wrong for 1 <
stride < f.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    f, _, _, n_C = W.shape
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_pad = np.zeros(A_pad.shape)
    dW = np.zeros(W.shape)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            box = (slice(None), slice(h * stride, h * stride + f), slice(w * stride, w * stride + f))
            g = dZ[:, h, w, :]
            dW += np.tensordot(A_pad[box], g, axes=(0, 0))
            stamp = np.tensordot(g, W, axes=(1, 3))
            if stride > 1:
                dA_pad[box] = stamp
            else:
                dA_pad[box] += stamp
    db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, n_C)
    return dA_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :], dW, db
