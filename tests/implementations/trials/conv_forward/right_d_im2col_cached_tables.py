"""Right: Im2col image by image with index tables cached by shape, one matmul each, Fortran order result,
copies in the cache.
"""

from functools import lru_cache

import numpy as np


@lru_cache(maxsize=64)
def _table(height, width, f, stride):
    y = np.arange(0, height - f + 1, stride)[:, None, None, None] + np.arange(f)[:, None]
    x = np.arange(0, width - f + 1, stride)[:, None, None] + np.arange(f)
    table = y * width + x
    table.flags.writeable = False
    return table


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = int(hparameters["stride"]), int(hparameters["pad"])
    m, _, _, n_C_prev = A_prev.shape
    f, n_C = W.shape[0], W.shape[3]
    padded = np.pad(A_prev.astype(np.float64), [(0, 0), (pad, pad), (pad, pad), (0, 0)])
    table = _table(padded.shape[1], padded.shape[2], f, stride)
    n_H, n_W = table.shape[:2]
    matrix = W.astype(np.float64).reshape(-1, n_C)
    Z = np.empty((m, n_H, n_W, n_C), order="F")
    for image, answer in zip(padded, Z):
        columns = image.reshape(-1, n_C_prev)[table].reshape(n_H * n_W, -1)
        answer[...] = (columns @ matrix).reshape(n_H, n_W, n_C)
    Z += b
    return Z, (A_prev.copy(), W.copy(), b.copy(), dict(hparameters))
