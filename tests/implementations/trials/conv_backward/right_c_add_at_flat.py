"""Right: Style: np.add.at on a flat array with an index map, a spare cell takes what falls into the frame."""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hp = cache
    m, H, V, K = A_prev.shape
    f, n_C = W.shape[0], W.shape[3]
    _, n_H, n_W, _ = dZ.shape
    h, w, i, j = np.ix_(range(n_H), range(n_W), range(f), range(f))
    y, x = h * hp["stride"] + i - hp["pad"], w * hp["stride"] + j - hp["pad"]
    cell = np.where((0 <= y) & (y < H) & (0 <= x) & (x < V), y * V + x, H * V)
    pixels = np.concatenate((np.asarray(A_prev, float).reshape(m, H * V, K), np.zeros((m, 1, K))), axis=1)
    D = np.asarray(dZ, float)
    dW = np.einsum("mhwijk,mhwc->ijkc", pixels[:, cell], D, optimize=True)
    stamps = np.einsum("mhwc,ijkc->hwijmk", D, np.asarray(W, float))
    flat = np.zeros((H * V + 1, m, K))
    np.add.at(flat, cell, stamps)
    dA = flat[:-1].reshape(H, V, m, K)
    return np.moveaxis(dA, 2, 0), dW, D.sum((0, 1, 2))[None, None, None]
