"""Wrong: Db is made by zeros_like(b) and filled in place: it is cut to whole numbers when b alone is int64
(np.zeros(..., int)) and dZ is fractional float64.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p, f = int(hparameters["stride"]), int(hparameters["pad"]), W.shape[0]
    A_pad = np.pad(A_prev.astype(np.float64), ((0, 0), (p, p), (p, p), (0, 0)))
    filters, gradient = W.astype(np.float64), dZ.astype(np.float64)
    dA_pad, dW, db = np.zeros_like(A_pad), np.zeros_like(filters), np.zeros_like(b)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            place = np.s_[:, h * s : h * s + f, w * s : w * s + f]
            dA_pad[place] += np.einsum("ijkc,mc->mijk", filters, gradient[:, h, w])
            dW += np.einsum("mijk,mc->ijkc", A_pad[place], gradient[:, h, w])
    db[...] = gradient.sum(axis=(0, 1, 2))
    return dA_pad[:, p : A_pad.shape[1] - p, p : A_pad.shape[2] - p], dW, db
