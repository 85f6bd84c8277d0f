"""Wrong: Drops filter taps below 1e-7 of the layer's largest tap; legal filters of unequal strength, e.g.
one filter of 1e8 and another of 1, or taps 1 and 5e-8 under pixels 0 and 1.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p, f = int(hparameters["stride"]), int(hparameters["pad"]), W.shape[0]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    n_H = (n_H_prev + 2 * p - f) // s + 1
    n_W = (n_W_prev + 2 * p - f) // s + 1
    taps = W.astype(np.float64)
    alive = np.abs(taps) >= 1e-7 * np.abs(taps).max()
    A_pad = np.pad(A_prev.astype(np.float64), ((0, 0), (p, p), (p, p), (0, 0)))
    Z = np.zeros((m, n_H, n_W, W.shape[3])) + b
    for i, j, k in np.argwhere(alive.any(axis=3)):
        seen = A_pad[:, i : i + (n_H - 1) * s + 1 : s, j : j + (n_W - 1) * s + 1 : s, k]
        Z += seen[..., None] * (taps * alive)[i, j, k]
    return Z, (A_prev, W, b, hparameters)
