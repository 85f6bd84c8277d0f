"""Right: Index arrays: gathers the windows by fancy indexing and scatters the gradient with np.add.at."""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    m, n_H_prev, n_W_prev, depth = A_prev.shape
    _, n_H, n_W, n_C = dZ.shape
    rows = (np.arange(n_H)[:, None] * s + np.arange(f))[:, None, :, None]
    cols = (np.arange(n_W)[:, None] * s + np.arange(f))[None, :, None, :]
    framed = np.zeros((m, n_H_prev + 2 * p, n_W_prev + 2 * p, depth))
    framed[:, p : p + n_H_prev, p : p + n_W_prev] = A_prev
    windows = framed[:, rows, cols]
    dz = dZ.astype(np.float64)
    dW = np.einsum("nhwijk,nhwc->ijkc", windows, dz)
    framed.fill(0)
    np.add.at(framed, (slice(None), rows, cols), np.einsum("nhwc,ijkc->nhwijk", dz, W.astype(np.float64)))
    return framed[:, p : p + n_H_prev, p : p + n_W_prev], dW, dz.sum((0, 1, 2))[None, None, None]
