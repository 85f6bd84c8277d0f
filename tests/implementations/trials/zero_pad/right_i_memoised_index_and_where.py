"""Right: Memoised index tables (keyed by size and pad), gather, np.where, Fortran-ordered result."""

from functools import lru_cache

import numpy as np


@lru_cache(maxsize=64)
def _table(n, pad):
    places = np.arange(-pad, n + pad)
    inside = (places >= 0) & (places < n)
    clipped = np.clip(places, 0, n - 1)
    clipped.setflags(write=False)
    inside.setflags(write=False)
    return clipped, inside


def zero_pad(X, pad):
    rows, row_inside = _table(int(X.shape[1]), int(pad))
    columns, column_inside = _table(int(X.shape[2]), int(pad))
    gathered = X[:, rows[:, None], columns[None, :], :]
    inside = (row_inside[:, None] & column_inside[None, :])[None, :, :, None]
    return np.asfortranarray(np.where(inside, gathered, 0).astype(np.float64))
