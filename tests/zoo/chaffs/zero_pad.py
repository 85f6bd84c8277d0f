"""Wrong answers to zero_pad, each named after its mistake."""

import numpy as np


def pads_nothing(X, pad):
    return X


def repeats_the_edge(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "edge")


def mirrors_the_image(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "symmetric")


def pads_with_ones(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), constant_values=1)


def pads_every_axis(X, pad):
    return np.pad(X, pad)


def pads_the_examples(X, pad):
    return np.pad(X, ((pad, pad), (pad, pad), (0, 0), (0, 0)))


def pads_width_and_channels(X, pad):
    return np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)))


def pads_the_channels(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (pad, pad)))


def pads_the_height_only(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (0, 0), (0, 0)))


def pads_the_width_only(X, pad):
    return np.pad(X, ((0, 0), (0, 0), (pad, pad), (0, 0)))


def pads_one_end(X, pad):
    return np.pad(X, ((0, 0), (0, pad), (0, pad), (0, 0)))


def pads_the_far_end_twice(X, pad):
    return np.pad(X, ((0, 0), (0, 2 * pad), (0, 2 * pad), (0, 0)))


def pads_by_one(X, pad):
    return np.pad(X, ((0, 0), (1, 1), (1, 1), (0, 0)))


def pads_twice(X, pad):
    return np.pad(X, ((0, 0), (2 * pad, 2 * pad), (2 * pad, 2 * pad), (0, 0)))


def fails_without_padding(X, pad):
    padded = np.zeros((X.shape[0], X.shape[1] + 2 * pad, X.shape[2] + 2 * pad, X.shape[3]))
    padded[:, pad:-pad, pad:-pad, :] = X
    return padded


def right_on_squares_only(X, pad):
    m, n_H, _, n_C = X.shape
    padded = np.zeros((m, n_H + 2 * pad, n_H + 2 * pad, n_C))
    padded[:, pad : pad + n_H, pad : pad + n_H] = X[:, :, :n_H]
    return padded


def first_example_only(X, pad):
    return np.pad(X[[0] * len(X)], ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def cuts_to_whole_numbers(X, pad):
    return np.pad(X.astype(int), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
