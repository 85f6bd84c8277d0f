"""Wrong answers to conv_forward, each named after its mistake: a student's loops with one thing wrong."""

import math

import numpy as np


def _pad(A_prev, pad, mode="constant"):
    return np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode)


def _sum(a, weights, bias):
    return np.sum(a * weights) + bias.item()


def _conv(
    A_prev, W, b, hparameters, *, step=_sum, top=None, left=None, image=None, of=None, size=None, pad=_pad
):
    """Naive loops; ``top`` and ``left`` say where a window starts, ``of`` which filter it meets."""
    stride, p, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    size = size or (lambda n: (n - f + 2 * p) // stride + 1)
    m, n_H, n_W, n_C = len(A_prev), size(A_prev.shape[1]), size(A_prev.shape[2]), W.shape[3]
    A, Z = pad(A_prev, p), np.zeros((m, n_H, n_W, n_C))
    for i, h, w, c in np.ndindex(m, n_H, n_W, n_C):
        row = top(h, w) if top else h * stride
        column = left(h, w) if left else w * stride
        a = A[image(i) if image else i, row : row + f, column : column + f]
        k = of(c) if of else c
        Z[i, h, w, c] = step(a, W[..., k], b[..., k])
    return Z, (A_prev, W, b, hparameters)


def flips_the_filter(A_prev, W, b, hparameters):
    return _conv(
        A_prev, W, b, hparameters, step=lambda a, weights, bias: _sum(a, np.flip(weights, (0, 1)), bias)
    )


def transposes_the_filter(A_prev, W, b, hparameters):
    return _conv(
        A_prev, W, b, hparameters, step=lambda a, weights, bias: _sum(a, weights.swapaxes(0, 1), bias)
    )


def flips_rows_only(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, step=lambda a, weights, bias: _sum(a, weights[::-1], bias))


def ignores_the_stride(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, top=lambda h, w: h, left=lambda h, w: w)


def stride_in_height_only(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, left=lambda h, w: w)


def stride_in_width_only(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, top=lambda h, w: h)


def always_stride_one(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, {**hparameters, "stride": 1})


def ignores_the_padding(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, {**hparameters, "pad": 0})


def repeats_the_edge(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, pad=lambda A, p: _pad(A, p, "edge"))


def leaves_out_the_bias(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, step=lambda a, weights, bias: np.sum(a * weights))


def bias_inside_the_sum(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, step=lambda a, weights, bias: np.sum(a * weights + bias))


def first_bias_only(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, step=lambda a, weights, bias: np.sum(a * weights) + b[0, 0, 0, 0])


def subtracts_the_bias(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, step=lambda a, weights, bias: np.sum(a * weights) - bias.item())


def first_channel_only(A_prev, W, b, hparameters):
    return _conv(
        A_prev, W, b, hparameters, step=lambda a, weights, bias: _sum(a[..., 0], weights[..., 0], bias)
    )


def first_filter_only(A_prev, W, b, hparameters):
    return _conv(A_prev, W[:, :, :, np.zeros(W.shape[3], int)], b, hparameters)


def first_filter_and_bias_only(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, of=lambda c: 0)


def filters_accumulate(A_prev, W, b, hparameters):
    Z, cache = _conv(A_prev, W, b, hparameters)
    for c in range(1, Z.shape[3]):
        Z[..., c] += Z[..., c - 1]
    return Z, cache


def first_example_only(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, image=lambda i: 0)


def last_example_only(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, image=lambda i: -1)


def exchanges_rows_and_columns(A_prev, W, b, hparameters):
    Z, cache = _conv(A_prev, W, b, hparameters)
    return Z.swapaxes(1, 2), cache


def window_takes_rows_from_the_width(A_prev, W, b, hparameters):
    stride = hparameters["stride"]
    return _conv(A_prev, W, b, hparameters, top=lambda h, w: w * stride, left=lambda h, w: h * stride)


def forgets_the_last_window(A_prev, W, b, hparameters):
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    return _conv(A_prev, W, b, hparameters, size=lambda n: (n - f + 2 * pad) // stride)


def leaves_the_last_output_zero(A_prev, W, b, hparameters):
    Z, cache = _conv(A_prev, W, b, hparameters)
    Z[:, -1, :] = Z[:, :, -1] = 0
    return Z, cache


def rounds_the_size_up(A_prev, W, b, hparameters):
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    return _conv(A_prev, W, b, hparameters, size=lambda n: math.ceil((n - f + 2 * pad) / stride) + 1)


def counts_the_padding_once(A_prev, W, b, hparameters):
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    return _conv(A_prev, W, b, hparameters, size=lambda n: (n - f + pad) // stride + 1)


def right_on_squares_only(A_prev, W, b, hparameters):
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    return _conv(A_prev, W, b, hparameters, size=lambda n: (A_prev.shape[1] - f + 2 * pad) // stride + 1)


def mean_for_sum(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, step=lambda a, weights, bias: np.mean(a * weights) + bias.item())


def applies_relu(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, step=lambda a, weights, bias: max(0, _sum(a, weights, bias)))


def cuts_to_whole_numbers(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, step=lambda a, weights, bias: int(_sum(a, weights, bias)))


def fails_without_padding(A_prev, W, b, hparameters):
    def pad(A, p):
        padded = np.zeros((A.shape[0], A.shape[1] + 2 * p, A.shape[2] + 2 * p, A.shape[3]))
        padded[:, p:-p, p:-p] = A
        return padded

    return _conv(A_prev, W, b, hparameters, pad=pad)


def adds_the_bias_for_every_channel(A_prev, W, b, hparameters):
    return _conv(
        A_prev, W, b, hparameters, step=lambda a, weights, bias: _sum(a, weights, bias * weights.shape[2])
    )
