"""Wrong: Wrong (kind 3): stride and pad are taken by position, so {"pad": ..., "stride": ...} swaps them."""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters.values()
    f = W.shape[0]
    m, n_H, n_W, n_C = dZ.shape
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0))).astype(float)
    dA_pad, dW = np.zeros(A_pad.shape), np.zeros(W.shape)
    for h in range(n_H):
        for w in range(n_W):
            at = np.s_[:, h * stride : h * stride + f, w * stride : w * stride + f, :]
            g = dZ[:, h, w, :].astype(float)
            dA_pad[at] += np.einsum("ijkc,mc->mijk", W, g)
            dW += np.einsum("mijk,mc->ijkc", A_pad[at], g)
    db = dZ.sum(axis=(0, 1, 2), dtype=float).reshape(1, 1, 1, n_C)
    dA_prev = dA_pad[:, pad : dA_pad.shape[1] - pad, pad : dA_pad.shape[2] - pad, :]
    return dA_prev, dW, db
