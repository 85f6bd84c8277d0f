"""Wrong: Wrong (no branch): the rows that no window reaches are put at the top of dA instead of at the
bottom; only where (n_H_prev + 2 pad - f) % stride > pad.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    _, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f = W.shape[0]
    D = np.zeros((m, (n_H - 1) * stride + 1, (n_W - 1) * stride + 1, n_C))
    D[:, ::stride, ::stride] = dZ
    # dA is the full correlation of the spread dZ with the flipped filters.
    wide = np.pad(D, ((0, 0), (f - 1, f - 1), (f - 1, f - 1), (0, 0)))
    views = np.lib.stride_tricks.sliding_window_view(wide, (f, f), axis=(1, 2))
    full = np.einsum("mhwoij,ijko->mhwk", views, W[::-1, ::-1].astype(float))
    missing = max(0, n_H_prev + pad - full.shape[1])
    right = max(0, n_W_prev + pad - full.shape[2])
    dA = full[:, pad : pad + n_H_prev, pad : pad + n_W_prev]
    dA = np.pad(dA, ((0, 0), (missing, 0), (0, right), (0, 0)))[:, :n_H_prev]
    A = np.pad(A_prev.astype(float), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    views = np.lib.stride_tricks.sliding_window_view(A, D.shape[1:3], axis=(1, 2))[:, :f, :f]
    dW = np.einsum("mijkhw,mhwo->ijko", views, D)
    return dA, dW, dZ.astype(float).sum(axis=(0, 1, 2), keepdims=True)
