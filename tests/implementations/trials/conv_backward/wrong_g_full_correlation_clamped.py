"""Wrong: For stride 1 dA is the full correlation of dZ with the turned filters, and its padding f - 1 - pad
is clamped at 0 without moving the picture; wrong for stride 1 and pad > f - 1.
"""

import numpy as np


def _correlate(A, W):
    f = W.shape[0]
    out = 0.0
    n_H, n_W = A.shape[1] - f + 1, A.shape[2] - f + 1
    for i in range(f):
        for j in range(f):
            out = out + A[:, i : i + n_H, j : j + n_W, :] @ W[i, j]
    return out


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    m, H, V, _ = A_prev.shape
    n_H, n_W, n_C = dZ.shape[1:]
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dW = np.zeros(W.shape)
    dA_pad = np.zeros(A_pad.shape)
    for i in range(f):
        for j in range(f):
            rows = slice(i, i + (n_H - 1) * stride + 1, stride)
            cols = slice(j, j + (n_W - 1) * stride + 1, stride)
            dW[i, j] = np.tensordot(A_pad[:, rows, cols], dZ, axes=([0, 1, 2], [0, 1, 2]))
            dA_pad[:, rows, cols] += dZ @ W[i, j].T
    db = dZ.sum((0, 1, 2), keepdims=True)
    if stride == 1:
        q = max(f - 1 - pad, 0)
        frame = np.pad(dZ, ((0, 0), (q, q), (q, q), (0, 0)))
        dA_prev = _correlate(frame, W[::-1, ::-1].transpose(0, 1, 3, 2))[:, :H, :V]
    else:
        dA_prev = dA_pad[:, pad : pad + H, pad : pad + V]
    return dA_prev, dW, db
