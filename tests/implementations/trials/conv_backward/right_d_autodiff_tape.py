"""Right: A tiny tape of closures: the forward pass over filter positions is recorded channels first, then
run backwards.
"""

import numpy as np


class Variable:
    def __init__(self, value):
        self.value = value
        self.gradient = np.zeros(value.shape)


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = int(hparameters["stride"]), int(hparameters["pad"])
    f = len(W)
    n_H, n_W = dZ.shape[1:3]
    frame = ((0, 0), (0, 0), (pad, pad), (pad, pad))
    image = Variable(np.pad(A_prev.transpose(0, 3, 1, 2), frame).astype(float))  # (m, k, y, x)
    filters = Variable(W.transpose(3, 2, 0, 1).astype(float))  # (c, k, i, j)
    bias = Variable(b.reshape(-1).astype(float))
    tape = []

    def record(i, j):
        window = np.s_[:, :, i : i + (n_H - 1) * stride + 1 : stride, j : j + (n_W - 1) * stride + 1 : stride]

        def back(g):
            image.gradient[window] += np.tensordot(g, filters.value[:, :, i, j], (1, 0)).transpose(0, 3, 1, 2)
            filters.gradient[:, :, i, j] += np.tensordot(g, image.value[window], ((0, 2, 3), (0, 2, 3)))

        tape.append(back)

    def add_bias():
        def back(g):
            bias.gradient += g.sum((0, 2, 3))

        tape.append(back)

    for i in range(f):
        for j in range(f):
            record(i, j)
    add_bias()
    gradient = dZ.transpose(0, 3, 1, 2).astype(float)
    while tape:
        tape.pop()(gradient)
    height, width = A_prev.shape[1:3]
    dA_prev = image.gradient[:, :, pad : pad + height, pad : pad + width].transpose(0, 2, 3, 1)
    return dA_prev, filters.gradient.transpose(2, 3, 1, 0), bias.gradient[None, None, None]
