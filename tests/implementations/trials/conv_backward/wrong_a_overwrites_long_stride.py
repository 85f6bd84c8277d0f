"""Wrong: From stride 3 on windows are thought not to overlap: dA is assigned, not added, so f > stride >= 3
is wrong.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    A_pad = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0))).astype(float)
    dA, dW = np.zeros(A_pad.shape), np.zeros(W.shape)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            place = np.s_[:, h * s : h * s + f, w * s : w * s + f]
            dz = dZ[:, h, w].astype(float)
            stamp = np.einsum("nc,ijkc->nijk", dz, W.astype(float))
            dA[place] = stamp if s >= 3 else dA[place] + stamp
            dW += np.einsum("nijk,nc->ijkc", A_pad[place], dz)
    db = dZ.astype(float).sum(axis=(0, 1, 2), keepdims=True)
    return dA[:, p : dA.shape[1] - p, p : dA.shape[2] - p], dW, db
