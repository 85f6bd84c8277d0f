"""Right: Right: no padding, no loops: 0/1 tensors say which pixel lies at which place of which window."""

import numpy as np


def _selector(places, f, n, stride, pad):
    """S[h, i, y] = 1 where pixel y is number i of window h."""
    pixel = stride * np.arange(places)[:, None, None] + np.arange(f)[:, None] - pad
    return (pixel == np.arange(n)).astype(float)


def conv_backward(dZ, cache):
    A_prev, W, _, hparameters = cache
    _, n_H_prev, n_W_prev, _ = A_prev.shape
    _, n_H, n_W, _ = dZ.shape
    s, p = hparameters["stride"], hparameters["pad"]
    rows = _selector(n_H, len(W), n_H_prev, s, p)
    columns = _selector(n_W, len(W), n_W_prev, s, p)
    g, w, a = (array.astype(float) for array in (dZ, W, A_prev))
    spread = np.einsum("mhxc,ijkc->mhxijk", g, w)
    dA_prev = np.einsum("mhxijk,hiy->mxyjk", spread, rows)
    dA_prev = np.einsum("mxyjk,xjz->myzk", dA_prev, columns)
    windows = np.einsum("hiy,myzk->mhizk", rows, a)
    windows = np.einsum("xjz,mhizk->mhxijk", columns, windows)
    dW = np.einsum("mhxijk,mhxc->ijkc", windows, g)
    return dA_prev, dW, np.einsum("mhxc->c", g)[None, None, None]
