"""Wrong: Wrong: columns are copied in strips of 256 and a last strip of a single column is forgotten: n_W =
257, 513, ...
"""

import numpy as np

STRIP = 256


def zero_pad(X, pad):
    pad = int(pad)
    m, n_H, n_W, n_C = X.shape
    framed = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=X.dtype)
    for start in range(0, max(n_W - 1, 1), STRIP):
        stop = min(start + STRIP, n_W)
        framed[:, pad : pad + n_H, pad + start : pad + stop, :] = X[:, :, start:stop, :]
    return framed
