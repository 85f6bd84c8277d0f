"""Right: Style - padding as a product with shifted identity matrices."""

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    down = np.eye(n_H + 2 * pad, n_H, k=-pad)
    across = np.eye(n_W + 2 * pad, n_W, k=-pad)
    return np.einsum("hi,miwc->mhwc", down, np.einsum("wj,mijc->miwc", across, X))
