"""Wrong answers to conv_forward, each named after its mistake: a student's loops with one thing wrong."""

import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


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


def exchanges_stride_and_pad(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, {"stride": hparameters["pad"], "pad": hparameters["stride"]})


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


def rounds_the_size(A_prev, W, b, hparameters):
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    wider = lambda A, p: np.pad(A, ((0, 0), (p, p + f), (p, p + f), (0, 0)))  # noqa: E731
    size = lambda n: int((n - f + 2 * pad) / stride + 1.5)  # noqa: E731
    return _conv(A_prev, W, b, hparameters, size=size, pad=wider)


def flips_columns_only(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, step=lambda a, weights, bias: _sum(a, weights[:, ::-1], bias))


def pads_the_far_end_twice(A_prev, W, b, hparameters):
    far_end = lambda A, p: np.pad(A, ((0, 0), (0, 2 * p), (0, 2 * p), (0, 0)))  # noqa: E731
    return _conv(A_prev, W, b, hparameters, pad=far_end)


def pads_the_height_only(A_prev, W, b, hparameters):
    pad = hparameters["pad"]
    A = np.pad(A_prev, ((0, 0), (pad, pad), (0, 0), (0, 0)))
    return _conv(A, W, b, {**hparameters, "pad": 0})


def pads_the_examples(A_prev, W, b, hparameters):
    return _conv(A_prev, W, b, hparameters, pad=lambda A, p: np.pad(A, ((p, p), (p, p), (p, p), (0, 0))))


def hard_codes_the_filter_size(A_prev, W, b, hparameters):
    return _conv(A_prev, W[:3, :3], b, hparameters)


def right_for_odd_filters_only(A_prev, W, b, hparameters):
    """Reaches as far to the right of a window's middle as to the left of it."""
    f = W.shape[0] - 1 + W.shape[0] % 2
    return _conv(
        A_prev, W, b, hparameters, step=lambda a, weights, bias: _sum(a[:f, :f], weights[:f, :f], bias)
    )


def right_on_small_images_only(A_prev, W, b, hparameters):
    Z, cache = _conv(A_prev, W, b, hparameters)
    Z[:, 5:] = 0
    return Z, cache


def loops_over_three_channels(A_prev, W, b, hparameters):
    return _conv(A_prev[..., :3], W[:, :, :3], b, hparameters)


def loops_over_three_filters(A_prev, W, b, hparameters):
    Z, cache = _conv(A_prev, W, b, hparameters)
    Z[..., 3:] = 0
    return Z, cache


def loops_over_three_examples(A_prev, W, b, hparameters):
    Z, cache = _conv(A_prev, W, b, hparameters)
    Z[3:] = 0
    return Z, cache


def channels_of_the_filter_are_reversed(A_prev, W, b, hparameters):
    return _conv(A_prev, W[:, :, ::-1], b, hparameters)


def bias_on_the_first_example_only(A_prev, W, b, hparameters):
    Z, cache = _conv(A_prev, W, b, hparameters)
    Z[1:] -= b
    return Z, cache


def forgets_the_stride_when_it_is_larger_than_the_filter(A_prev, W, b, hparameters):
    stride = min(hparameters["stride"], W.shape[0])
    return _conv(A_prev, W, b, hparameters, top=lambda h, w: h * stride, left=lambda h, w: w * stride)


def computes_in_float32(A_prev, W, b, hparameters):
    images, filters, biases = (x.astype(np.float32) for x in (A_prev, W, b))
    windows = sliding_window_view(_pad(images, hparameters["pad"]), W.shape[:2], axis=(1, 2))
    stride = hparameters["stride"]
    return np.einsum("mhwcij,ijcn->mhwn", windows[:, ::stride, ::stride], filters) + biases, None


def output_takes_the_dtype_of_the_image(A_prev, W, b, hparameters):
    Z, cache = _conv(A_prev, W, b, hparameters)
    return Z.astype(A_prev.dtype), cache


def cuts_off_negative_pixels_in_place(A_prev, W, b, hparameters):
    answer = _conv(A_prev, W, b, hparameters)
    if (A_prev < 0).any():
        A_prev[A_prev < 0] = 0
    return answer


def clears_its_filters(A_prev, W, b, hparameters):
    Z, cache = _conv(A_prev, W, b, hparameters)
    W[...] = 0
    return Z, cache


_MAPS = {}


def keeps_the_maps_between_calls(A_prev, W, b, hparameters):
    Z, cache = _conv(A_prev, W, b, hparameters)
    Z += _MAPS.get(Z.shape, 0)
    _MAPS[Z.shape] = Z.copy()
    return Z, cache


def reads_memory_in_its_own_order(A_prev, W, b, hparameters):
    return _conv(A_prev.ravel(order="K").reshape(A_prev.shape), W, b, hparameters)


_KNOWN = {}


def adds_the_bias_to_a_remembered_map(A_prev, W, b, hparameters):
    key = (A_prev.tobytes(), W.tobytes(), b.tobytes(), A_prev.shape, *sorted(hparameters.items()))
    if key not in _KNOWN:
        _KNOWN[key] = _conv(A_prev, W, 0 * b, hparameters)[0]
    _KNOWN[key] += b
    return _KNOWN[key].copy(), None


CAUGHT_BY = {
    "flips_the_filter": {"flipped_convolution", "impulse"},
    "transposes_the_filter": {"flipped_convolution", "impulse"},
    "flips_rows_only": {"flipped_convolution", "impulse"},
    "ignores_the_stride": {"strides"},
    "stride_in_height_only": {"strides"},
    "stride_in_width_only": {"strides"},
    "always_stride_one": {"output_shape", "strides"},
    "exchanges_stride_and_pad": {"without_padding", "strides"},
    "ignores_the_padding": {"output_shape", "padding"},
    "repeats_the_edge": {"padding"},
    "leaves_out_the_bias": {"bias", "bias_per_filter"},
    "bias_inside_the_sum": {"bias", "bias_per_filter"},
    "first_bias_only": {"bias_per_filter"},
    "subtracts_the_bias": {"bias", "bias_per_filter"},
    "first_channel_only": {"pointwise", "channels"},
    "first_filter_only": {"filters"},
    "first_filter_and_bias_only": {"filters", "bias_per_filter"},
    "filters_accumulate": {"filters", "bias_per_filter"},
    "first_example_only": {"batch"},
    "last_example_only": {"batch"},
    "exchanges_rows_and_columns": {"window_sum", "pointwise"},
    "window_takes_rows_from_the_width": {"window_sum", "pointwise"},
    "forgets_the_last_window": {"linearity", "pointwise"},
    "leaves_the_last_output_zero": {"window_sum", "linearity"},
    "rounds_the_size_up": {"output_shape"},
    "counts_the_padding_once": {"output_shape", "padding"},
    "right_on_squares_only": {"not_square"},
    "mean_for_sum": {"linearity", "pointwise"},
    "applies_relu": {"negative_numbers"},
    "cuts_to_whole_numbers": {"linearity", "pointwise"},
    "fails_without_padding": {"without_padding", "together"},
    "adds_the_bias_for_every_channel": {"together"},
    "rounds_the_size": {"together"},
    "flips_columns_only": {"flipped_convolution", "impulse"},
    "pads_the_far_end_twice": {"padding"},
    "pads_the_height_only": {"output_shape", "padding"},
    "pads_the_examples": {"padding"},
    "hard_codes_the_filter_size": {"window_sum", "linearity"},
    "right_for_odd_filters_only": {"window_sum", "linearity"},
    "right_on_small_images_only": {"pointwise"},
    "loops_over_three_channels": {"pointwise", "channels"},
    "loops_over_three_filters": {"filters"},
    "loops_over_three_examples": {"batch"},
    "channels_of_the_filter_are_reversed": {"pointwise", "channels"},
    "bias_on_the_first_example_only": {"together"},
    "forgets_the_stride_when_it_is_larger_than_the_filter": {"strides"},
    "computes_in_float32": {"number_types"},
    "output_takes_the_dtype_of_the_image": {"number_types"},
    "cuts_off_negative_pixels_in_place": {"arguments_unchanged"},
    "clears_its_filters": {"arguments_unchanged"},
    "keeps_the_maps_between_calls": {"linearity", "pointwise", "same_answer_twice"},
    "reads_memory_in_its_own_order": {"memory_order"},
    "adds_the_bias_to_a_remembered_map": {"same_answer_twice"},
}


REDUNDANT = {
    "linearity": "catches what window_sum does; its hint is about activations, squares and memory",
    "impulse": "catches what flipped_convolution does; one bright pixel is the picture that explains a flip",
    "one_hot_filter": "catches what flipped_convolution does; it says where a single weight belongs",
    "channels": "catches what pointwise does; its filters look at neighbours as well",
}

NAMED = {"window_takes_rows_from_the_width": "exchanges_rows_and_columns"}
