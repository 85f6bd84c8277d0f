"""Wrong: Wrong (explicit): the last column of windows sends nothing to dA; only where stride > 1, pad > 1
and the columns fit exactly, (n_W_prev + 2 pad - f) % stride == 0.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    _, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f = W.shape[0]
    last = n_W
    if stride > 1 and pad > 1 and (n_W_prev + 2 * pad - f) % stride == 0:
        last = n_W - 1
    A_pad = np.zeros((m, n_H_prev + 2 * pad, n_W_prev + 2 * pad, n_C_prev))
    A_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev] = A_prev
    dA_pad = np.zeros(A_pad.shape)
    dW = np.zeros(W.shape)
    kernel, gradient = W.astype(float), dZ.astype(float)
    for h in range(n_H):
        for w in range(n_W):
            top, left = h * stride, w * stride
            dW += np.einsum("mijk,mc->ijkc", A_pad[:, top : top + f, left : left + f], gradient[:, h, w])
        for w in range(last):
            top, left = h * stride, w * stride
            dA_pad[:, top : top + f, left : left + f] += np.einsum("ijkc,mc->mijk", kernel, gradient[:, h, w])
    db = gradient.sum(axis=(0, 1, 2)).reshape(b.shape)
    return dA_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev], dW, db
