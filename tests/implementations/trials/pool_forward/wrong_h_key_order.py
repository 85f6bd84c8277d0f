"""Wrong: F and stride are exchanged for the average when the key stride comes first in hparameters (and f
!= stride).
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode == "max":
        f, stride, keep = hparameters["f"], hparameters["stride"], np.maximum
    elif mode == "average":
        (f, stride), keep = hparameters.values(), np.add
    else:
        raise ValueError(mode)
    _, H, K, _ = A_prev.shape
    n_H, n_W = (H - f) // stride + 1, (K - f) // stride + 1
    A = None
    for i in range(f):
        for j in range(f):
            part = A_prev[
                :, i : i + stride * (n_H - 1) + 1 : stride, j : j + stride * (n_W - 1) + 1 : stride
            ].astype(float)
            A = part if A is None else keep(A, part)
    return (A if mode == "max" else A / f**2), (A_prev, hparameters)
