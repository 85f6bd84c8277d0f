"""Right: Einsum with 0/1 selection tensors: Z = S_row A S_col, so all gradients are adjoint contractions."""

import numpy as np


def _select(n_out, f, n_in, s, p):
    S = np.zeros((n_out, f, n_in))
    for h in range(n_out):
        for i in range(f):
            if 0 <= h * s + i - p < n_in:
                S[h, i, h * s + i - p] = 1
    return S


def conv_backward(dZ, cache):
    A_prev, W, b, hp = cache
    R = _select(dZ.shape[1], W.shape[0], A_prev.shape[1], hp["stride"], hp["pad"])
    C = _select(dZ.shape[2], W.shape[1], A_prev.shape[2], hp["stride"], hp["pad"])
    A, w, dz = A_prev.astype(float), W.astype(float), dZ.astype(float)
    dA = np.einsum("hiy,wjx,nhwc,ijkc->nyxk", R, C, dz, w, optimize=True)
    dW = np.einsum("hiy,wjx,nhwc,nyxk->ijkc", R, C, dz, A, optimize=True)
    return dA, dW, np.add.reduce(dz.reshape(-1, dz.shape[3]), axis=0).reshape(b.shape)
