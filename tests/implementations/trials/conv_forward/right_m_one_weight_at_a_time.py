"""Right: Right: loops over the f * f places of the filter, not over the map; never pads, but works out
which part of the map sees real pixels.
"""

import numpy as np


def _largest(x):
    return max(int(x.max()), -int(x.min())) if x.dtype.kind in "iu" else float(np.abs(x).max())


def _span(offset, n, stride, n_out):
    """Map places q with 0 <= q * stride + offset < n, as (first, past the last)."""
    first = max(0, -(offset // stride))
    return first, min(n_out, (n - 1 - offset) // stride + 1)


def _correlate(A, W, stride, pad, n_H, n_W):
    f = W.shape[0]
    Z = np.zeros((A.shape[0], n_H, n_W, W.shape[3]), dtype=A.dtype)
    for i in range(f):
        h0, h1 = _span(i - pad, A.shape[1], stride, n_H)
        for j in range(f):
            w0, w1 = _span(j - pad, A.shape[2], stride, n_W)
            if h1 > h0 and w1 > w0:
                top, left = h0 * stride + i - pad, w0 * stride + j - pad
                part = A[:, top : top + (h1 - h0 - 1) * stride + 1 : stride]
                part = part[:, :, left : left + (w1 - w0 - 1) * stride + 1 : stride]
                Z[:, h0:h1, w0:w1] += part @ W[i, j]
    return Z


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = int(hparameters["stride"]), int(hparameters["pad"])
    f, n_C = W.shape[0], W.shape[3]
    n_H = (A_prev.shape[1] + 2 * pad - f) // stride + 1
    n_W = (A_prev.shape[2] + 2 * pad - f) // stride + 1
    cache = (A_prev, W, b, hparameters)
    bias = b.reshape(n_C)
    terms = W.size // n_C
    if all(x.dtype.kind in "iu" for x in (A_prev, W, b)):
        if terms * _largest(A_prev) * _largest(W) + _largest(b) < 2**62:
            whole = [np.asarray(x, dtype=np.int64) for x in (A_prev, W, bias)]
            return _correlate(whole[0], whole[1], stride, pad, n_H, n_W) + whole[2], cache
    A, filters, bias = (np.asarray(x, dtype=np.float64) for x in (A_prev, W, bias))
    high = [int(np.frexp(_largest(x))[1]) for x in (A, filters)]
    if sum(high) + terms.bit_length() < 1020:
        return _correlate(A, filters, stride, pad, n_H, n_W) + bias, cache
    # Near the end of float64: compute with small numbers and give the powers of two back at the end.
    with np.errstate(over="ignore", under="ignore"):
        Z = _correlate(np.ldexp(A, -high[0]), np.ldexp(filters, -high[1]), stride, pad, n_H, n_W)
        Z = Z + np.ldexp(bias, -sum(high))
        half = sum(high) // 2
        return np.ldexp(np.ldexp(Z, half), sum(high) - half), cache
