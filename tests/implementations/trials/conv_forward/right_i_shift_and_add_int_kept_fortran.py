"""Right: F*f shifted slices, no padding array at all, int64 stays int64, Fortran-ordered result."""

import numpy as np


def _overlap(offset, n, n_out, s):
    """First and one past last output place whose pixel place * s + offset lies in the image."""
    first = max(0, -(offset // s))
    last = min(n_out, (n - 1 - offset) // s + 1)
    return first, last


def conv_forward(A_prev, W, b, hparameters):
    s, p = int(hparameters["stride"]), int(hparameters["pad"])
    m, h, w, _ = A_prev.shape
    f, n_C = W.shape[0], W.shape[-1]
    n_H, n_W = (h + 2 * p - f) // s + 1, (w + 2 * p - f) // s + 1
    Z = np.zeros((m, n_H, n_W, n_C), dtype=np.result_type(A_prev, W, b), order="F")
    Z[...] = b
    for i in range(f):
        h0, h1 = _overlap(i - p, h, n_H, s)
        if h0 >= h1:
            continue
        for j in range(f):
            w0, w1 = _overlap(j - p, w, n_W, s)
            if w0 >= w1:
                continue
            y, x = h0 * s + i - p, w0 * s + j - p
            piece = A_prev[:, y : y + (h1 - h0 - 1) * s + 1 : s, x : x + (w1 - w0 - 1) * s + 1 : s, :]
            Z[:, h0:h1, w0:w1, :] += np.einsum("mhwk,kc->mhwc", piece, W[i, j])
    return Z, (A_prev, W, b, hparameters)
