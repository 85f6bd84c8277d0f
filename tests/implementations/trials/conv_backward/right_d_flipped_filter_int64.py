"""Right: DA as a correlation of the spread out dZ with the flipped filter; int64 results for int64 inputs
where exact; list answer.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def _whole(count, *arrays):
    """Is a sum of count products of these whole-number arrays safe in int64?"""
    if any(array.dtype.kind != "i" for array in arrays):
        return float
    bound = count
    for array in arrays:
        bound *= max(abs(int(array.min())), abs(int(array.max())))
    return np.int64 if bound < 2**63 else float


def conv_backward(dZ, cache):
    A_prev, W, _, hparameters = cache
    s, p = int(hparameters["stride"]), int(hparameters["pad"])
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    _, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    height, width = n_H_prev + 2 * p, n_W_prev + 2 * p

    kind = _whole(f * f * n_C, dZ, W)
    spread = np.zeros((m, height + f - 1, width + f - 1, n_C), kind)
    spread[:, f - 1 : f + (n_H - 1) * s : s, f - 1 : f + (n_W - 1) * s : s] = dZ
    flipped = W[::-1, ::-1].astype(kind)
    dA = np.zeros((m, n_H_prev, n_W_prev, n_C_prev), kind)
    for i in range(f):
        band = spread[:, p + i : p + i + n_H_prev, p : p + n_W_prev + f - 1]
        windows = sliding_window_view(band, f, axis=2)  # (m, n_H_prev, n_W_prev, n_C, f)
        dA += np.tensordot(windows, flipped[i], axes=([3, 4], [2, 0]))

    kind = _whole(dZ[..., 0].size, dZ, A_prev)
    padded = np.pad(A_prev.astype(kind), ((0, 0), (p, p), (p, p), (0, 0)))
    windows = sliding_window_view(padded, (f, f), axis=(1, 2))[:, ::s, ::s]  # (m, n_H, n_W, n_C_prev, f, f)
    dW = np.tensordot(windows, dZ.astype(kind), axes=([0, 1, 2], [0, 1, 2])).transpose(1, 2, 0, 3)
    db = dZ.astype(_whole(dZ[..., 0].size, dZ)).sum(axis=(0, 1, 2), keepdims=True)
    return [dA, dW, db]
