"""Wrong: Wrong (no branch): whole numbers are stored in the smallest type that holds the FIRST image, so
later images wrap around; only for int64 X, m > 1, a later image beyond that type's range.
"""

import numpy as np


def smallest_type(numbers):
    return np.promote_types(np.min_scalar_type(numbers.max()), np.min_scalar_type(numbers.min()))


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    kind = {"f": lambda first: np.dtype(float), "i": smallest_type}[X.dtype.kind](X[0])
    out = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=kind)
    out[:, pad : pad + n_H, pad : pad + n_W] = X
    return out.astype(float)
