"""Wrong: Remembers the window grid of the last call by (n_H * n_W, f, stride): a 4x6 image followed
directly by a 6x4 one gets its grid.
"""

import numpy as np

_grids = {}


def pool_forward(A_prev, hparameters, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError("unknown mode")
    f, s = hparameters["f"], hparameters["stride"]
    n_H_prev, n_W_prev = A_prev.shape[1:3]
    key = (n_H_prev * n_W_prev, f, s)
    if key not in _grids:
        rows = np.arange(0, n_H_prev - f + 1, s)
        cols = np.arange(0, n_W_prev - f + 1, s)
        _grids.clear()
        _grids[key] = rows, cols
    rows, cols = _grids[key]
    A = np.zeros((A_prev.shape[0], len(rows), len(cols), A_prev.shape[3]))
    for h, r in enumerate(rows):
        for w, c in enumerate(cols):
            window = A_prev[:, r : r + f, c : c + f]
            if window.size:
                A[:, h, w] = window.max(axis=(1, 2)) if mode == "max" else window.mean(axis=(1, 2))
    return A, (A_prev, hparameters)
