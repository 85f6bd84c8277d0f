"""Wrong: DA as a full correlation of the dilated dZ with f - 1 - pad zeros around, which is negative and
raises for pad >= f.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f = W.shape[0]
    _, n_H, n_W, n_C = dZ.shape
    view = np.lib.stride_tricks.sliding_window_view
    A_pad = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    windows = view(A_pad, (f, f), axis=(1, 2))[:, ::s, ::s]
    dW = np.einsum("mhwkij,mhwc->ijkc", windows, dZ)
    db = dZ.sum(axis=(0, 1, 2), keepdims=True)
    # zeros between the numbers of dZ, then a full convolution with the flipped filters
    dilated = np.zeros((m, (n_H - 1) * s + 1, (n_W - 1) * s + 1, n_C))
    dilated[:, ::s, ::s] = dZ
    q = f - 1 - p
    rest_h = (n_H_prev + 2 * p - f) % s
    rest_w = (n_W_prev + 2 * p - f) % s
    dilated = np.pad(dilated, ((0, 0), (q, q + rest_h), (q, q + rest_w), (0, 0)))
    dA_prev = np.einsum("mhwcij,ijkc->mhwk", view(dilated, (f, f), axis=(1, 2)), W[::-1, ::-1])
    return dA_prev, dW, db
