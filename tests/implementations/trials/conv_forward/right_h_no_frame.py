"""Right: No frame is ever built: every weight is added to the places whose pixel lies in the image."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p = (hparameters[key] for key in ("stride", "pad"))
    m, *sides, n_C_prev = A_prev.shape
    f = len(W)
    n_H, n_W = (1 + (n + p + p - f) // s for n in sides)
    Z = np.zeros((m, n_H, n_W, W.shape[-1])) + b

    def places(offset, n_in, n_out):
        out = np.arange(n_out)
        pixel = out * s + offset - p
        inside = (pixel >= 0) & (pixel < n_in)
        return out[inside], pixel[inside]

    for i, j in np.ndindex(f, f):
        h, row = places(i, sides[0], n_H)
        w, column = places(j, sides[1], n_W)
        Z[:, h[:, None], w] += A_prev[:, row[:, None], column].astype(float) @ W[i, j].astype(float)
    return Z, (A_prev, W, b, dict(hparameters))
