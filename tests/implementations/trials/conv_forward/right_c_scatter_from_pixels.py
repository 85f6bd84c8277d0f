"""Right: Style: each pixel of the bare image scatters to the outputs it touches; no padding at all, result
not contiguous.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p = (hparameters[key] for key in ("stride", "pad"))
    m, H, V, _ = A_prev.shape
    f, _, _, n_C = W.shape
    n_H, n_W = -(-(H + 2 * p - f + 1) // s), -(-(V + 2 * p - f + 1) // s)
    Z = np.empty((n_C, n_W, n_H, m)).T
    Z[...] = b
    K = np.asarray(W, dtype=np.float64)
    for y in range(H):
        for i in range(f):
            h, off_h = divmod(y + p - i, s)
            if off_h or not 0 <= h < n_H:
                continue
            for x in range(V):
                for j in range(f):
                    w, off_w = divmod(x + p - j, s)
                    if not off_w and 0 <= w < n_W:
                        Z[:, h, w, :] += A_prev[:, y, x, :].astype(float) @ K[i, j]
    return Z, (A_prev, W, b, hparameters)
