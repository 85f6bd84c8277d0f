"""Wrong: Stride 1 by a full correlation of dZ with the flipped filter, framed by f - 1 - pad: where pad >=
f this is negative and clipped to 0, so dA is shifted.
"""

import numpy as np


def _backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    dZ, W = dZ.astype(float), W.astype(float)
    _, n_H, n_W, _ = dZ.shape
    n_H_prev, n_W_prev = A_prev.shape[1:3]
    A_pad = np.pad(A_prev.astype(float), ((0, 0), (p, p), (p, p), (0, 0)))
    dA, dW = np.zeros_like(A_pad), np.zeros_like(W)
    for i in range(f):
        for j in range(f):
            rows, cols = slice(i, i + s * (n_H - 1) + 1, s), slice(j, j + s * (n_W - 1) + 1, s)
            dA[:, rows, cols] += dZ @ W[i, j].T
            dW[i, j] = np.tensordot(A_pad[:, rows, cols], dZ, axes=([0, 1, 2], [0, 1, 2]))
    db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, -1)
    return dA[:, p : p + n_H_prev, p : p + n_W_prev], dW, db


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    dA, dW, db = _backward(dZ, cache)
    if hparameters["stride"] == 1:
        f, p = W.shape[0], hparameters["pad"]
        frame = max(f - 1 - p, 0)
        framed = np.pad(dZ.astype(float), ((0, 0), (frame, frame), (frame, frame), (0, 0)))
        view = np.lib.stride_tricks.sliding_window_view(framed, (f, f), axis=(1, 2))
        full = np.einsum("nhwcij,ijkc->nhwk", view, W[::-1, ::-1].astype(float))
        dA = full[:, : A_prev.shape[1], : A_prev.shape[2]]
    return dA, dW, db
