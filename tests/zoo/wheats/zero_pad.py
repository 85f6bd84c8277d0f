"""Right answers to zero_pad, of different kinds."""

import numpy as np


def np_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def slice_assignment(X, pad):
    m, n_H, n_W, n_C = X.shape
    padded = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    padded[:, pad : n_H + pad, pad : n_W + pad] = X
    return padded


def naive_loops(X, pad):
    m, n_H, n_W, n_C = X.shape
    padded = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=X.dtype)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    padded[i, h + pad, w + pad, c] = X[i, h, w, c]
    return padded


def concatenation(X, pad):
    m, n_H, n_W, n_C = X.shape
    side = np.zeros((m, n_H, pad, n_C))
    wide = np.concatenate([side, X, side], axis=2)
    top = np.zeros((m, pad, n_W + 2 * pad, n_C))
    return np.concatenate([top, wide, top], axis=1)


def matrix_product(X, pad):
    rows = np.eye(X.shape[1] + 2 * pad, X.shape[1], -pad)
    columns = np.eye(X.shape[2] + 2 * pad, X.shape[2], -pad)
    return np.einsum("hi,mijc,wj->mhwc", rows, X, columns)


def one_pixel_at_a_time(X, pad):
    return X if pad == 0 else one_pixel_at_a_time(np.pad(X, ((0, 0), (1, 1), (1, 1), (0, 0))), pad - 1)
