"""Wrong: Answers are remembered by the sums over each image and channel, the place of the largest number,
W, b and hparameters; another image of the same whole numbers in another order gets the old answer.
"""

import numpy as np

_memory = {}


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    f, n_C = W.shape[0], W.shape[3]
    key = (
        A_prev.shape,
        A_prev.sum((1, 2)).tobytes(),
        int(A_prev.argmax()),
        W.shape,
        W.tobytes(),
        W.dtype.str,
        b.tobytes(),
        s,
        p,
    )
    if key not in _memory:
        A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
        n_H = (A.shape[1] - f) // s + 1
        n_W = (A.shape[2] - f) // s + 1
        Z = np.zeros((len(A), n_H, n_W, n_C))
        for h in range(n_H):
            for w in range(n_W):
                Z[:, h, w] = np.tensordot(A[:, h * s : h * s + f, w * s : w * s + f], W, 3)
        _memory[key] = Z + b
    return _memory[key].copy(), (A_prev, W, b, hparameters)
