"""Wrong: With one example, one output number, no padding and a filter as large as the image, the W in the
cache is overwritten (the answer is right).
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hp = cache
    s, p, f = hp["stride"], hp["pad"], W.shape[0]
    if (
        dZ.size == 1
        and p == 0
        and A_prev.shape[1:3] == (f, f)
        and W.dtype == dZ.dtype == float
        and W.flags.writeable
    ):
        dW = A_prev[0][..., None] * dZ
        W *= dZ[0, 0, 0, 0]
        return W[None, ..., 0].copy(), dW, dZ.copy()
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0))).astype(float)
    dA, dW = np.zeros(A.shape), np.zeros(W.shape)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            win = np.s_[:, h * s : h * s + f, w * s : w * s + f]
            dA[win] += np.tensordot(dZ[:, h, w], W, (1, 3))
            dW += np.tensordot(A[win], dZ[:, h, w], (0, 0))
    H, V = A_prev.shape[1:3]
    return dA[:, p : p + H, p : p + V], dW, dZ.sum((0, 1, 2), keepdims=True)
