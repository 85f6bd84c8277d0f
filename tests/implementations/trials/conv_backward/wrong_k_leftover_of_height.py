"""Wrong: Wrong (kind 2): pixels that no window reaches are counted along the height only: more of them
along the width and pad = 0.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f = W.shape[0]
    _, n_H, n_W, n_C = dZ.shape
    A_pad = np.pad(A_prev.astype(float), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    # the part of the padded input that the windows cover
    dA_pad = np.zeros((m, (n_H - 1) * stride + f, (n_W - 1) * stride + f, n_C_prev))
    dW = np.zeros(W.shape)
    for h in range(n_H):
        for w in range(n_W):
            rows = slice(h * stride, h * stride + f)
            columns = slice(w * stride, w * stride + f)
            g = dZ[:, h, w, :].astype(float)
            dA_pad[:, rows, columns] += np.tensordot(g, W, axes=([1], [3]))
            dW += np.tensordot(A_pad[:, rows, columns], g, axes=([0], [0]))
    # rows and columns that the last stride did not reach have no gradient
    rest = (n_H_prev + 2 * pad - f) % stride
    dA_pad = np.pad(dA_pad, ((0, 0), (0, rest), (0, rest), (0, 0)))
    dA_prev = dA_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev]
    return dA_prev, dW, dZ.sum(axis=(0, 1, 2), dtype=float)[None, None, None, :]
