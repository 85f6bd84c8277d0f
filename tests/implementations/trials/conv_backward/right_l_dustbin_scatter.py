"""Right: A scatter with np.add.at into flat images that have one extra cell, the dustbin, for the frame;
cached tuples of ints.
"""

import functools

import numpy as np


@functools.lru_cache(maxsize=64)
def _cells(n_out, f, n_in, stride, pad):
    return tuple(
        tuple(p if 0 <= p < n_in else None for p in range(h * stride - pad, h * stride - pad + f))
        for h in range(n_out)
    )


def _addresses(rows, columns, n_W, dustbin):
    for row in rows:
        for column in columns:
            yield [dustbin if y is None or x is None else y * n_W + x for y in row for x in column]


def conv_backward(dZ, cache):
    A_prev, W, _b, hyper = cache
    stride, pad = int(hyper["stride"]), int(hyper["pad"])
    m, n_H_prev, n_W_prev, n_C_prev = map(int, A_prev.shape)
    f, n_C = int(W.shape[0]), int(W.shape[3])
    n_H, n_W = map(int, dZ.shape[1:3])
    dustbin = n_H_prev * n_W_prev
    rows = _cells(n_H, f, n_H_prev, stride, pad)
    columns = _cells(n_W, f, n_W_prev, stride, pad)
    where = np.array(list(_addresses(rows, columns, n_W_prev, dustbin)))

    flat = np.concatenate([A_prev.reshape(m, dustbin, n_C_prev), np.zeros((m, 1, n_C_prev))], axis=1)
    gradient = np.array(dZ, dtype=np.float64).reshape(m, n_H * n_W, n_C)
    filters = np.array(W, dtype=np.float64).reshape(f * f, n_C_prev, n_C)

    dW = np.tensordot(flat[:, where], gradient, ((0, 1), (0, 1))).reshape(W.shape)
    scattered = np.zeros(flat.shape)
    np.add.at(scattered, (slice(None), where), np.tensordot(gradient, filters, (2, 2)))
    dA_prev = scattered[:, :dustbin].reshape(A_prev.shape)
    return dA_prev, dW, gradient.sum(axis=(0, 1)).reshape(1, 1, 1, n_C)
