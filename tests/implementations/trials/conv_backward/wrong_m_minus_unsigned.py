"""Wrong: Wrong: the frame is cut off with [pad:-pad] in pad's own type; an unsigned NumPy pad, np.uint8(1),
has -pad = 255 and the right and lower frame stay on.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = int(hparameters["stride"]), hparameters["pad"]
    f = W.shape[0]
    m, n_H, n_W, n_C = dZ.shape
    A_pad = np.pad(A_prev.astype(np.float64), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_pad = np.zeros(A_pad.shape)
    dW = np.zeros(W.shape)
    db = dZ.astype(np.float64).sum(axis=(0, 1, 2)).reshape(1, 1, 1, n_C)
    for h in range(n_H):
        for w in range(n_W):
            rows, columns = slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)
            dz = dZ[:, h, w, :].astype(np.float64)
            dA_pad[:, rows, columns, :] += np.tensordot(dz, W, axes=([1], [3]))
            dW += np.tensordot(A_pad[:, rows, columns, :], dz, axes=([0], [0]))
    dA_prev = dA_pad[:, pad:-pad, pad:-pad, :] if pad else dA_pad
    return dA_prev, dW, db
