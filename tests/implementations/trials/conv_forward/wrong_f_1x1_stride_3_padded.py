"""Wrong: F = 1, stride >= 3 and pad not a multiple of stride (nor half of one): the first pixel inside is
pad % stride, must be -pad % stride.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    m, H, V, _ = A_prev.shape
    f, n_C = W.shape[0], W.shape[3]
    n_H, n_W = (H + 2 * p - f) // s + 1, (V + 2 * p - f) // s + 1
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    if f == 1:
        # Nothing but the bias comes out of the frame; inside, every s-th pixel counts.
        first = -(-p // s)
        inside = A_prev[:, p % s :: s, p % s :: s] @ W[0, 0]
        part = Z[:, first : first + inside.shape[1], first : first + inside.shape[2]]
        part += inside[:, : part.shape[1], : part.shape[2]]
    else:
        A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
        for h in range(n_H):
            for w in range(n_W):
                window = A[:, h * s : h * s + f, w * s : w * s + f]
                Z[:, h, w] += np.tensordot(window, W, 3)
    return Z, (A_prev, W, b, hparameters)
