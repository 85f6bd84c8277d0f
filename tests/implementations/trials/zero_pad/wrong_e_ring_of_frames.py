"""Wrong: State between calls: 16 frames per shape and dtype are reused in turn, so the 16th later call with
the same shape overwrites an earlier result.
"""

import itertools

import numpy as np


def _ring(shape, dtype):
    return itertools.cycle([np.zeros(shape, dtype) for _ in range(16)])


class _Rings(dict):
    def __missing__(self, key):
        self[key] = _ring(*key)
        return self[key]


_frames = _Rings()


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    pad = int(pad)
    framed = next(_frames[(m, n_H + 2 * pad, n_W + 2 * pad, n_C), X.dtype])
    framed.fill(0)
    framed[:, pad : pad + n_H, pad : pad + n_W] = X
    return framed
