"""Right: Right: no padding and no windows; every pixel is sent to the outputs that see it."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    m, rows, columns, _ = A_prev.shape
    f, n_C = W.shape[0], W.shape[-1]
    n_H, n_W = ((n + 2 * p - f) // s + 1 for n in (rows, columns))
    weights = W.astype(float)
    Z = np.empty((n_H, n_W, m, n_C))
    Z[...] = b[0, 0, 0]
    for y in range(rows):
        for x in range(columns):
            pixel = A_prev[:, y, x].astype(float)
            for i in range(f):
                h, off_h = divmod(y + p - i, s)
                if off_h or not 0 <= h < n_H:
                    continue
                for j in range(f):
                    w, off_w = divmod(x + p - j, s)
                    if not off_w and 0 <= w < n_W:
                        Z[h, w] += pixel @ weights[i, j]
    return Z.transpose(2, 0, 1, 3), (A_prev, W, b, hparameters)
