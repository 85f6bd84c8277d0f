"""Right: Style - padding and stride are hidden in two 0/1 tensors, all is one einsum; cache of copies."""

import numpy as np


def _selector(n, f, stride, pad):
    count = (n + 2 * pad - f) // stride + 1
    place, offset, pixel = np.ogrid[:count, :f, :n]
    return (place * stride + offset - pad == pixel).astype(float)


def conv_forward(A_prev, W, b, hparameters):
    (_, pad), (_, stride) = sorted(hparameters.items())
    rows = _selector(A_prev.shape[1], len(W), stride, pad)
    columns = _selector(A_prev.shape[2], len(W), stride, pad)
    Z = np.einsum("hip,wjq,mpqk,ijkc->mhwc", rows, columns, A_prev, W, optimize=True)
    Z = Z + np.asarray(b).ravel()
    return Z, (A_prev.copy(), W.copy(), b.copy(), dict(hparameters))
