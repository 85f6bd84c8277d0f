"""Wrong: Stride 1 takes dA as full convolution with padding max(f - 1 - pad, 0); for pad > f - 1 the map is
shifted (slow path is right).
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p = hparameters["stride"], hparameters["pad"]
    m, H, V, K = A_prev.shape
    f, C = W.shape[0], W.shape[3]
    n_H, n_W = dZ.shape[1:3]
    dZ, W = dZ.astype(float), W.astype(float)
    A_pad = np.pad(A_prev.astype(float), ((0, 0), (p, p), (p, p), (0, 0)))

    windows = sliding_window_view(A_pad, (f, f), axis=(1, 2))[:, ::s, ::s]
    dW = np.einsum("nhwkij,nhwc->ijkc", windows, dZ)
    db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, C)

    if s == 1:
        # The gradient of a correlation is a full convolution with the flipped filter.
        q = max(f - 1 - p, 0)
        dZ_pad = np.pad(dZ, ((0, 0), (q, q), (q, q), (0, 0)))
        flipped = W[::-1, ::-1]
        dA = np.einsum("nhwcij,ijkc->nhwk", sliding_window_view(dZ_pad, (f, f), axis=(1, 2)), flipped)
        return dA[:, :H, :V], dW, db

    dA_pad = np.zeros(A_pad.shape)
    for h in range(n_H):
        for w in range(n_W):
            dA_pad[:, h * s : h * s + f, w * s : w * s + f] += np.tensordot(dZ[:, h, w], W, axes=(1, 3))
    return dA_pad[:, p : p + H, p : p + V], dW, db
