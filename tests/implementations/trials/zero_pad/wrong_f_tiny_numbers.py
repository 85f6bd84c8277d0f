"""Wrong: Clears "rounding noise" below 1e-15, which loses images whose numbers are all that small."""

import numpy as np


def zero_pad(X, pad):
    m, h, w, c = X.shape
    framed = np.zeros((m, h + 2 * pad, w + 2 * pad, c), X.dtype)
    framed[:, pad : pad + h, pad : pad + w, :] = np.where(np.abs(X) < 1e-15, 0, X)
    return framed
