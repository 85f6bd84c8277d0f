"""Right: Loops over the filter's positions in place of the windows, compensated (Neumaier) summation,
answer as a list.
"""

import itertools

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = (int(hparameters[key]) for key in ("stride", "pad"))
    f, _, n_C_prev, n_C = W.shape
    m, height, width, _ = A_prev.shape
    n_H = (height + 2 * pad - f) // stride + 1
    n_W = (width + 2 * pad - f) // stride + 1
    frame = np.pad(1.0 * A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    total = np.broadcast_to(b, (m, n_H, n_W, n_C)).astype(float)
    lost = np.zeros_like(total)
    for i, j, k in itertools.product(range(f), range(f), range(n_C_prev)):
        pixels = frame[:, i : i + (n_H - 1) * stride + 1 : stride, j : j + (n_W - 1) * stride + 1 : stride, k]
        term = pixels[..., None] * W[i, j, k].astype(float)
        new = total + term
        larger = np.abs(total) >= np.abs(term)
        lost += np.where(larger, (total - new) + term, (term - new) + total)
        total = new
    return [total + lost, (A_prev, W, b, hparameters)]
