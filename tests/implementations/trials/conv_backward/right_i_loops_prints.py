"""Right: Beginner's loops with prints, special branch for pad == 0."""

import numpy as np


def conv_backward(dZ, cache):
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape
    print("backward through", n_H, "x", n_W, "places")
    dA_prev = np.zeros(A_prev.shape)
    dW = np.zeros(W.shape)
    db = np.zeros((1, 1, 1, n_C))
    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "constant")
    dA_prev_pad = np.zeros(A_prev_pad.shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    y0, x0 = h * stride, w * stride
                    window = A_prev_pad[i, y0 : y0 + f, x0 : x0 + f, :]
                    dA_prev_pad[i, y0 : y0 + f, x0 : x0 + f, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += window * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
        if pad == 0:
            dA_prev[i] = dA_prev_pad[i]
        else:
            dA_prev[i] = dA_prev_pad[i, pad:-pad, pad:-pad, :]
    print("done", dA_prev.shape, dW.shape, db.shape)
    return dA_prev, dW, db
