"""Wrong: Places whose gradients sum to 0 are skipped, although gradients of different filters may cancel
(whole numbers such as 1 and -1).
"""

import numpy as np


def conv_backward(dZ, cache):
    (A_prev, W, b, hparameters) = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    _, n_H, n_W, _ = dZ.shape
    dA_pad = np.zeros((m, n_H_prev + 2 * pad, n_W_prev + 2 * pad, n_C_prev))
    A_pad = np.zeros_like(dA_pad)
    A_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev] = A_prev
    dW = np.zeros(W.shape)
    db = np.zeros((1, 1, 1, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                g = dZ[i, h, w]
                db[0, 0, 0] += g
                if g.sum() == 0:  # ReLU makes most gradients zero, save the work
                    continue
                y, x = h * stride, w * stride
                for c in range(n_C):
                    dA_pad[i, y : y + f, x : x + f] += W[:, :, :, c] * float(g[c])
                    dW[:, :, :, c] += A_pad[i, y : y + f, x : x + f] * float(g[c])
    dA_prev = dA_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db
