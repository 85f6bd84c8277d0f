"""Right: Linear algebra only, one-hot tensors place x offset x pixel tie rows and columns together."""

import numpy as np


def _ties(n_out, f, n_in, stride, pad):
    """T[h, i, y] = 1 where place h sees pixel y through offset i of the filter."""
    h, i, y = np.ogrid[:n_out, :f, :n_in]
    return np.equal(h * stride + i - pad, y).astype(np.float64)


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = (int(hparameters[key]) for key in ("stride", "pad"))
    A, K, G = A_prev.astype(np.float64), W.astype(np.float64), dZ.astype(np.float64)
    rows = _ties(G.shape[1], K.shape[0], A.shape[1], stride, pad)
    columns = _ties(G.shape[2], K.shape[1], A.shape[2], stride, pad)
    # gradient seen from offset (i, j) at pixel (y, x): n, c, i, y, j, x
    spread = np.tensordot(np.tensordot(G, rows, (1, 0)), columns, (1, 0))
    dA = np.tensordot(spread, K, ((1, 2, 4), (3, 0, 1)))
    dW = np.tensordot(spread, A, ((0, 3, 5), (0, 1, 2))).transpose(1, 2, 3, 0)
    db = np.einsum("nhwc->c", G)[None, None, None]
    return dA, dW, db
