"""Right: Right: a table of pixel numbers for each window (the whole frame is one waste pixel), matrix
products, and np.add.at to hand the gradients back.
"""

import numpy as np


def _largest(x):
    return max(int(x.max()), -int(x.min())) if x.dtype.kind in "iu" else float(np.abs(x).max())


def _window_table(height, width, f, stride, pad, n_H, n_W):
    row = (np.arange(n_H) * stride - pad)[:, None, None, None] + np.arange(f)[:, None]
    column = (np.arange(n_W) * stride - pad)[:, None, None] + np.arange(f)
    inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
    return np.where(inside, row * width + column, height * width).reshape(n_H * n_W, f * f)


def _gradients(dZ, A, W, table):
    m, n_C_prev, n_C = A.shape[0], A.shape[3], W.shape[3]
    waste = np.zeros((m, 1, n_C_prev), dtype=A.dtype)
    pixels = np.concatenate([A.reshape(m, -1, n_C_prev), waste], axis=1)
    spots, taps = table.shape
    flat_dZ = dZ.reshape(m * spots, n_C)
    windows = pixels[:, table].reshape(m * spots, taps * n_C_prev)
    dW = (windows.T @ flat_dZ).reshape(W.shape)
    stamps = (flat_dZ @ W.reshape(taps * n_C_prev, n_C).T).reshape(m, spots, taps, n_C_prev)
    collected = np.zeros_like(pixels)
    np.add.at(collected, (np.arange(m)[:, None, None], table[None]), stamps)
    return collected[:, :-1].reshape(A.shape), dW, flat_dZ.sum(axis=0).reshape(1, 1, 1, n_C)


def conv_backward(dZ, cache):
    A_prev, W, _, hparameters = cache
    stride, pad = int(hparameters["stride"]), int(hparameters["pad"])
    n_H, n_W = dZ.shape[1:3]
    table = _window_table(A_prev.shape[1], A_prev.shape[2], W.shape[0], stride, pad, n_H, n_W)
    terms = max(dZ.size, table.shape[1] * dZ.shape[3])
    volumes = (dZ, A_prev, W)
    if all(x.dtype.kind in "iu" for x in volumes):
        if terms * max(1, _largest(dZ)) * max(1, _largest(A_prev), _largest(W)) < 2**62:
            return _gradients(*(np.asarray(x, dtype=np.int64) for x in volumes), table)
    dZ, A, W = (np.asarray(x, dtype=np.float64) for x in volumes)
    high = [int(np.frexp(_largest(x))[1]) for x in (dZ, A, W)]
    if high[0] + max(0, high[1], high[2]) + terms.bit_length() < 1020:
        return _gradients(dZ, A, W, table)
    # Near the end of float64: compute with small numbers and give the powers of two back at the end.
    with np.errstate(over="ignore", under="ignore"):
        small = (np.ldexp(x, -power) for x, power in zip((dZ, A, W), high))
        dA_prev, dW, db = _gradients(*small, table)

        def grow(x, power):
            return np.ldexp(np.ldexp(x, power // 2), power - power // 2)

        return grow(dA_prev, high[0] + high[2]), grow(dW, high[0] + high[1]), grow(db, high[0])
