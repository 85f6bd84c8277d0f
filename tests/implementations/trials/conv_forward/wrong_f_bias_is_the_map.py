"""Wrong: For m = 1 and a single window the map has the bias's shape, is begun as b itself, and b (float64)
is changed.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    f, n_C = W.shape[0], W.shape[3]
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    shape = (len(A), (A.shape[1] - f) // s + 1, (A.shape[2] - f) // s + 1, n_C)
    Z = b.astype(float, copy=False)
    if Z.shape != shape:
        Z = np.tile(Z, shape[:3] + (1,))
    for h in range(shape[1]):
        for w in range(shape[2]):
            Z[:, h, w] += np.tensordot(A[:, h * s : h * s + f, w * s : w * s + f], W, 3)
    return Z, (A_prev, W, b, hparameters)
