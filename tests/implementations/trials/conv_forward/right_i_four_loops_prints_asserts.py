"""Right: Beginner's four loops with prints and asserts, helpers of the notebook."""

import numpy as np

DEBUG = True


def _pad(X, p):
    return np.pad(X, ((0, 0), (p, p), (p, p), (0, 0)))


def _single(a, w, bias):
    return np.sum(a * w) + float(bias[0, 0, 0])


def conv_forward(A_prev, W, b, hparameters):
    assert isinstance(hparameters, dict)
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f2, n_C_prev2, n_C) = W.shape
    assert f == f2 and n_C_prev == n_C_prev2
    assert b.shape == (1, 1, 1, n_C)
    pad = hparameters["pad"]
    stride = hparameters["stride"]
    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f + 2 * pad) / stride) + 1
    if DEBUG:
        print("output:", (m, n_H, n_W, n_C))
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = _pad(A_prev, pad)
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            vert_start = h * stride
            vert_end = vert_start + f
            for w in range(n_W):
                horiz_start = w * stride
                horiz_end = horiz_start + f
                for c in range(n_C):
                    a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    Z[i, h, w, c] = _single(a_slice, W[..., c], b[..., c])
    assert Z.shape == (m, n_H, n_W, n_C)
    return Z, (A_prev, W, b, hparameters)
