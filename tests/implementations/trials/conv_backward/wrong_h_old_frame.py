"""Wrong: The framed input is remembered: after A_prev's numbers changed in place, a further call with the
same array and pad > 0 gives the old dW.
"""

import numpy as np


_framed = {}


def _frame(A_prev, p):
    if not p:
        return A_prev.astype(float)
    if _framed.get("array") is not A_prev or _framed.get("pad") != p:
        _framed["array"], _framed["pad"] = A_prev, p
        _framed["framed"] = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0))).astype(float)
    return _framed["framed"]


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p = hparameters["stride"], hparameters["pad"]
    m, H, K, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    A = _frame(A_prev, p)
    dA = np.zeros(A.shape)
    dW = np.zeros(W.shape)
    weights = W.astype(float)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            rows, columns = slice(h * s, h * s + f), slice(w * s, w * s + f)
            d = dZ[:, h, w].astype(float)
            stamp = np.einsum("nc,ijkc->nijk", d, weights)
            dA[:, rows, columns] += stamp
            dW += np.einsum("nijk,nc->ijkc", A[:, rows, columns], d)
    db = dZ.astype(float).sum(axis=(0, 1, 2)).reshape(1, 1, 1, n_C)
    return dA[:, p : p + H, p : p + K], dW, db
