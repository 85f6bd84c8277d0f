"""Wrong: Where m = n_C and the output is n_C high and wide too (> 1), the biases are added along the
examples.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    f, n_C = W.shape[0], W.shape[3]
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    n_H = (A.shape[1] - f) // s + 1
    n_W = (A.shape[2] - f) // s + 1
    Z = np.zeros((n_C, n_H, n_W, len(A)))
    for h in range(n_H):
        for w in range(n_W):
            Z[:, h, w] = np.tensordot(A[:, h * s : h * s + f, w * s : w * s + f], W, 3).T
    if Z.shape != (n_C,) * 4:
        Z = Z.T.transpose(0, 2, 1, 3) + b
    else:
        Z = Z.T.transpose(0, 2, 1, 3) + b.T
    return Z, (A_prev, W, b, hparameters)
