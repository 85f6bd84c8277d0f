"""Wrong: The shortcut for one example sums dZ over all its axes, so every filter gets the same db; wrong
for m == 1 and n_C > 1.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hp = cache
    s, p = hp["stride"], hp["pad"]
    f = W.shape[0]
    H, V = A_prev.shape[1:3]
    A_pad = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    dA_pad, dW, db = np.zeros(A_pad.shape), np.zeros(W.shape), np.zeros(b.shape)
    for n in range(dZ.shape[0]):
        for h in range(dZ.shape[1]):
            for w in range(dZ.shape[2]):
                win = np.s_[n, h * s : h * s + f, w * s : w * s + f]
                dA_pad[win] += W @ dZ[n, h, w]
                dW += A_pad[win][..., None] * dZ[n, h, w]
    db += dZ.sum() if len(dZ) == 1 else dZ.sum(axis=(0, 1, 2))
    return dA_pad[:, p : p + H, p : p + V], dW, db
