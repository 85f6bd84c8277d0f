"""Wrong: Takes a batch for blank (Z = b) when its first pixel is 0 and its numbers add up to 0; legal
inputs whose positive and negative numbers cancel, e.g. 0 5 -5 0.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p, f = int(hparameters["stride"]), int(hparameters["pad"]), W.shape[0]
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    n_H = (n_H_prev + 2 * p - f) // s + 1
    n_W = (n_W_prev + 2 * p - f) // s + 1
    Z = np.zeros((m, n_H, n_W, W.shape[3])) + b
    cache = (A_prev, W, b, hparameters)
    if A_prev[0, 0, 0, 0] == 0 and A_prev.sum() == 0:
        return Z, cache  # nothing to see in black images
    A_pad = np.pad(A_prev.astype(np.float64), ((0, 0), (p, p), (p, p), (0, 0)))
    filters = W.astype(np.float64)
    for h in range(n_H):
        for w in range(n_W):
            window = A_pad[:, h * s : h * s + f, w * s : w * s + f, :]
            Z[:, h, w, :] += np.tensordot(window, filters, axes=3)
    return Z, cache
