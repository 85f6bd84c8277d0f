"""Wrong: The last row of windows is moved down to the image's lower edge, only for stride >= 3 when rows
are left over.
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode == "max":
        keep = np.max
    elif mode == "average":
        keep = np.mean
    else:
        raise ValueError("mode must be max or average")
    f, s = hparameters["f"], hparameters["stride"]
    _, H, K, _ = A_prev.shape
    tops = list(range(0, H - f + 1, s))
    if s >= 3:
        tops[-1] = H - f
    lefts = range(0, K - f + 1, s)
    source = A_prev.astype(float)
    rows = [
        np.stack([keep(source[:, t : t + f, l : l + f], axis=(1, 2)) for l in lefts], axis=1) for t in tops
    ]
    return np.stack(rows, axis=1), (A_prev, hparameters)
