"""Wrong: Wrong: a filter whose second singular value is below 1e-6 of the first is taken for separable; a
filter that is an outer product plus 1e-7 somewhere is off by 1e-7.
"""

import numpy as np


def _separate(kernel):
    """Return (column, row) if kernel is their outer product, else None."""
    u, s, vt = np.linalg.svd(kernel)
    if len(s) > 1 and s[1] > 1e-6 * s[0]:
        return None
    return u[:, 0] * s[0], vt[0]


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = int(hparameters["stride"]), int(hparameters["pad"])
    f, _, n_C_prev, n_C = W.shape
    A = np.pad(A_prev.astype(np.float64), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    m, height, width, _ = A.shape
    n_H, n_W = (height - f) // stride + 1, (width - f) // stride + 1
    rows, columns = (n_H - 1) * stride + 1, (n_W - 1) * stride + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    kernels = W.astype(np.float64)
    for c in range(n_C):
        for k in range(n_C_prev):
            parts = _separate(kernels[:, :, k, c])
            if parts is None:
                for i in range(f):
                    for j in range(f):
                        Z[..., c] += (
                            A[:, i : i + rows : stride, j : j + columns : stride, k] * kernels[i, j, k, c]
                        )
            else:
                down = sum(A[:, i : i + rows : stride, :, k] * parts[0][i] for i in range(f))
                Z[..., c] += sum(down[:, :, j : j + columns : stride] * parts[1][j] for j in range(f))
    Z += b
    return Z, (A_prev, W, b, hparameters)
