"""Right: Right: sliding_window_view and einsum; the cache is a named tuple of copies; Z is in Fortran
order.
"""

from collections import namedtuple

import numpy as np

Cache = namedtuple("Cache", "A_prev W b hparameters")


def conv_forward(A_prev, W, b, hparameters):
    s = hparameters["stride"]
    p = hparameters["pad"]
    f = len(W)
    framed = np.pad(A_prev, [(0, 0), (p, p), (p, p), (0, 0)]).astype(np.float64)
    view = np.lib.stride_tricks.sliding_window_view(framed, (f, f), axis=(1, 2))[:, ::s, ::s]
    Z = np.einsum("mhwkij,ijkc->mhwc", view, W.astype(np.float64)) + b
    return np.asfortranarray(Z), Cache(A_prev.copy(), W.copy(), b.copy(), dict(hparameters))
