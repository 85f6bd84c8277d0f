"""Right: Np.vectorize over four index grids, a closure gives the number at one place."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    pad, stride = (int(hparameters[name]) for name in ("pad", "stride"))
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, n_C = W.shape[1], W.shape[3]
    framed = np.zeros((m, n_H_prev + 2 * pad, n_W_prev + 2 * pad, n_C_prev))
    framed[:, pad : pad + n_H_prev, pad : pad + n_W_prev] = A_prev
    filters = [np.array(W[..., c], dtype=np.float64) for c in range(n_C)]

    def number(n, h, w, c):
        window = framed[n, h * stride :, w * stride :][:f, :f]
        return float(b[0, 0, 0, c]) + float((window * filters[c]).sum())

    n_H, n_W = ((size - f) // stride + 1 for size in framed.shape[1:3])
    grid = np.ogrid[:m, :n_H, :n_W, :n_C]
    return np.vectorize(number, otypes=[np.float64])(*grid), (A_prev, W, b, hparameters)
