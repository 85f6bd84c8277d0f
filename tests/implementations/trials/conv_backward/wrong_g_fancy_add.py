"""Wrong: Col2im adds with a fancy index (+=), which keeps one of several additions to a pixel; used for m >
1 only. Wrong for m > 1 and overlapping windows (stride < f).
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    f, _, n_C_prev, n_C = W.shape
    m, H, V, _ = A_prev.shape
    _, n_H, n_W, _ = dZ.shape
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    r = (np.arange(n_H) * stride)[:, None, None, None] + np.arange(f)[None, None, :, None]
    c = (np.arange(n_W) * stride)[None, :, None, None] + np.arange(f)[None, None, None, :]
    cols = A_pad[:, r, c, :]  # (m, n_H, n_W, f, f, n_C_prev)
    dW = np.tensordot(cols, dZ, axes=([0, 1, 2], [0, 1, 2]))
    dcols = np.tensordot(dZ, W, axes=(3, 3))
    dA_pad = np.zeros(A_pad.shape)
    if m == 1:
        for h in range(n_H):
            for w in range(n_W):
                dA_pad[0, h * stride : h * stride + f, w * stride : w * stride + f] += dcols[0, h, w]
    else:
        dA_pad[:, r, c, :] += dcols
    db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, -1)
    return dA_pad[:, pad : H + pad, pad : V + pad, :], dW, db
