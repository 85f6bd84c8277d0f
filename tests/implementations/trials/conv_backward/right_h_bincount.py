"""Right: One table of pixel numbers for all windows, matrix products, and np.bincount to add up (the frame
is a waste bin).
"""

import numpy as np


def conv_backward(dZ, cache):
    (m, H, K, C), (f, _, _, n) = (x.shape for x in cache[:2])
    s, p = cache[3]["stride"], cache[3]["pad"]
    rows = np.arange(dZ.shape[1])[:, None] * s + np.arange(f) - p
    columns = np.arange(dZ.shape[2])[:, None] * s + np.arange(f) - p
    row, column = rows[:, None, :, None], columns[None, :, None, :]
    pixel = np.where((row >= 0) & (row < H) & (column >= 0) & (column < K), row * K + column, H * K)
    pixel = pixel.reshape(-1, f * f)
    flat = cache[0].reshape(m, H * K, C).astype(float)
    flat = np.concatenate([flat, np.zeros((m, 1, C))], axis=1)
    table = flat[:, pixel].reshape(-1, f * f * C)
    d = dZ.reshape(-1, n).astype(float)
    dW = (table.T @ d).reshape(f, f, C, n)
    back = (d @ cache[1].reshape(-1, n).T.astype(float)).reshape(m, len(pixel), f * f, C)
    number = (np.arange(m)[:, None, None, None] * (H * K + 1) + pixel[None, :, :, None]) * C + np.arange(C)
    sums = np.bincount(number.ravel(), weights=back.ravel(), minlength=m * (H * K + 1) * C)
    dA = sums.reshape(m, H * K + 1, C)[:, :-1].reshape(m, H, K, C)
    return dA, dW, np.ones((1, len(d))).dot(d)[None, None]
