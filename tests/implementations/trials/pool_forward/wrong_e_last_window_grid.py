"""Wrong: State between calls: the grid of windows of the last call is used again when number of pixels,
n_C, f and stride agree, e.g. (1, 4, 6, 2) directly followed by (1, 6, 4, 2) or (2, 2, 6, 2).
"""

import functools

import numpy as np


class _Geometry:
    """Compares by what a grid depends on, so that the cache can be small."""

    def __init__(self, A, f, s):
        self.shape, self.key = A.shape, (A.size, A.shape[3], f, s)

    def __eq__(self, other):
        return self.key == other.key

    def __hash__(self):
        return hash(self.key)


@functools.lru_cache(maxsize=1)
def _grid(geometry):
    _, _, f, s = geometry.key
    starts = [np.arange(0, n - f + 1, s) for n in geometry.shape[1:3]]
    rows, columns = (start[:, None] + np.arange(f) for start in starts)
    return rows[:, None, :, None], columns[None, :, None, :]


def pool_forward(A_prev, hparameters, mode="max"):
    reduce = {"max": np.max, "average": np.mean}.get(mode)
    if reduce is None:
        raise ValueError(mode)
    rows, columns = _grid(_Geometry(A_prev, int(hparameters["f"]), int(hparameters["stride"])))
    return reduce(A_prev[:, rows, columns], axis=(3, 4)), (A_prev, hparameters)
