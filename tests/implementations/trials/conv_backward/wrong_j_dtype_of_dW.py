"""Wrong: DW has the dtype of W and dZ, so it is truncated where both are int64 and A_prev is float."""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hp = cache
    s, p, f = hp["stride"], hp["pad"], W.shape[0]
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    dA = np.zeros(A.shape)
    dW = np.zeros(W.shape, np.result_type(W, dZ))
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            win = np.s_[:, h * s : h * s + f, w * s : w * s + f]
            dA[win] += np.tensordot(dZ[:, h, w], W, (1, 3))
            dW[...] = dW + np.tensordot(A[win], dZ[:, h, w], (0, 0))
    H, V = A_prev.shape[1:3]
    return dA[:, p : p + H, p : p + V], dW, dZ.sum((0, 1, 2), keepdims=True)
