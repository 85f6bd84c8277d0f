"""Wrong: Wrong: examples are taken in portions of 64, and a last portion of one example is forgotten: m =
65, 129, ...
"""

import numpy as np

PORTION = 64


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = int(hparameters["stride"]), int(hparameters["pad"])
    f = W.shape[0]
    m, n_H, n_W, n_C = dZ.shape
    height, width = A_prev.shape[1:3]
    dA_prev = np.zeros(A_prev.shape)
    dW = np.zeros(W.shape)
    db = np.zeros((1, 1, 1, n_C))
    for start in range(0, max(m - 1, 1), PORTION):
        some = slice(start, start + PORTION)
        A_pad = np.pad(A_prev[some].astype(np.float64), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
        dA_pad = np.zeros(A_pad.shape)
        dZ_some = dZ[some].astype(np.float64)
        for h in range(n_H):
            for w in range(n_W):
                rows, columns = slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)
                dz = dZ_some[:, h, w, :]
                dA_pad[:, rows, columns, :] += np.tensordot(dz, W, axes=([1], [3]))
                dW += np.tensordot(A_pad[:, rows, columns, :], dz, axes=([0], [0]))
        db += dZ_some.sum(axis=(0, 1, 2))
        dA_prev[some] = dA_pad[:, pad : pad + height, pad : pad + width, :]
    return dA_prev, dW, db
