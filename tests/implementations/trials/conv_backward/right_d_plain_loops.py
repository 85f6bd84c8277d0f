"""Right: Four plain loops over examples, places and filters, slices of the padded volume, frame cut off by
its shape; prints.
"""

import numpy as np


def conv_backward(dZ, cache):
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    (m, n_H, n_W, n_C) = dZ.shape

    W_float = W.astype(float)
    A_prev_pad = np.zeros((m, n_H_prev + 2 * pad, n_W_prev + 2 * pad, n_C_prev))
    A_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :] = A_prev
    dA_prev_pad = np.zeros(A_prev_pad.shape)
    dW = np.zeros(W.shape)
    db = np.zeros((1, 1, 1, n_C))

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                vert_start = h * stride
                vert_end = vert_start + f
                horiz_start = w * stride
                horiz_end = horiz_start + f
                a_slice = A_prev_pad[i, vert_start:vert_end, horiz_start:horiz_end, :]
                for c in range(n_C):
                    g = float(dZ[i, h, w, c])
                    dA_prev_pad[i, vert_start:vert_end, horiz_start:horiz_end, :] += W_float[:, :, :, c] * g
                    dW[:, :, :, c] += a_slice * g
                    db[0, 0, 0, c] += g
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    print("db", db.shape)
    return dA_prev, dW, db
