"""Right: Np.take with a table of pixel numbers, cached by shape; frame pixels point at an appended zero."""

import functools

import numpy as np


@functools.lru_cache(maxsize=None)
def _pixels(n_H, n_W, pad):
    table = [
        [
            (h - pad) * n_W + (w - pad) if pad <= h < pad + n_H and pad <= w < pad + n_W else n_H * n_W
            for w in range(n_W + 2 * pad)
        ]
        for h in range(n_H + 2 * pad)
    ]
    table = np.array(table, dtype=np.intp)
    table.setflags(write=False)
    return table


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    flat = np.concatenate([X.reshape(m, n_H * n_W, n_C), np.zeros((m, 1, n_C), X.dtype)], axis=1)
    return np.take(flat, _pixels(int(n_H), int(n_W), int(pad)), axis=1)
