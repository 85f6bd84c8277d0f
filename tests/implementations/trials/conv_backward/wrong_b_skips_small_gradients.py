"""Wrong: Numbers of dZ below 1e-6 are skipped, so small gradients (all dZ about 5e-7) give nothing."""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_pad = np.zeros(A_pad.shape)
    dW = np.zeros(W.shape)
    db = np.zeros((1, 1, 1, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    dz = dZ[i, h, w, c]
                    if abs(dz) < 1e-6:
                        continue  # no gradient, no work
                    y, x = h * stride, w * stride
                    dA_pad[i, y : y + f, x : x + f] += W[..., c] * dz
                    dW[..., c] += A_pad[i, y : y + f, x : x + f] * dz
                    db[0, 0, 0, c] += dz
    if pad > 0:
        dA_pad = dA_pad[:, pad:-pad, pad:-pad, :]
    return dA_pad, dW, db
