"""Right: Stride tricks and one tensordot; the cache holds copies."""

import numpy as np
from numpy.lib.stride_tricks import as_strided


def conv_forward(A_prev, W, b, hparameters):
    s, p = (hparameters[key] for key in ("stride", "pad"))
    f = W.shape[0]
    P = np.pad(A_prev, [(0, 0), (p, p), (p, p), (0, 0)]) if p else A_prev
    m, H, V, C = P.shape
    sm, sh, sw, sc = P.strides
    windows = as_strided(
        P,
        (m, (H - f) // s + 1, (V - f) // s + 1, f, f, C),
        (sm, sh * s, sw * s, sh, sw, sc),
        writeable=False,
    )
    Z = np.tensordot(windows, W, axes=([3, 4, 5], [0, 1, 2])) + b
    return Z, (A_prev.copy(), W.copy(), b.copy(), dict(hparameters))
