"""Right: Plain nested loops, element by element, float() conversions, prints what it did."""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    pad = int(pad)
    framed = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    framed[i, h + pad, w + pad, c] = float(X[i, h, w, c])
    print("zero_pad:", X.shape, "->", framed.shape)
    return framed
