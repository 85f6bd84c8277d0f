"""The wrong convolutions that people hand in, for the diagnosis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.suites.cnn import oracles

from .stub import conv_forward

if TYPE_CHECKING:
    from grader.course.authoring import Array
    from grader.suites.cnn.oracles import Hyper

    Answer = tuple[Array, None]


def _conv(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return oracles.correlate(A_prev, W, b, hparameters), None


@conv_forward.mistake(
    "The filter is flipped: this is true convolution. Deep learning lays the filter on as it is."
)
def flips_the_filter(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev, W[::-1, ::-1], b, hparameters)


@conv_forward.mistake(
    "The filter is transposed: its rows meet the window's columns. Look at the order of the indices."
)
def transposes_the_filter(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev, W.transpose(1, 0, 2, 3), b, hparameters)


@conv_forward.mistake(
    "The stride sets the size of the output but not where windows start: use h * stride, w * stride."
)
def ignores_the_stride(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    _, n_H, n_W, _ = oracles.conv_shape(A_prev, W, hparameters)
    return oracles.correlate(A_prev, W, b, hparameters | {"stride": 1})[:, :n_H, :n_W], None


@conv_forward.mistake("Stride and pad are exchanged: each is used where the other belongs.")
def exchanges_stride_and_pad(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev, W, b, {"stride": hparameters["pad"], "pad": hparameters["stride"]})


@conv_forward.mistake(
    "The stride moves the window down but not right. Use w * stride for the first column, too."
)
def stride_in_height_only(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    _, _, n_W, _ = oracles.conv_shape(A_prev, W, hparameters)
    Z = oracles.correlate(A_prev, W, b, hparameters | {"stride": 1})
    return Z[:, :: hparameters["stride"], :n_W], None


@conv_forward.mistake(
    "The stride moves the window right but not down. Use h * stride for the first row, too."
)
def stride_in_width_only(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    _, n_H, _, _ = oracles.conv_shape(A_prev, W, hparameters)
    Z = oracles.correlate(A_prev, W, b, hparameters | {"stride": 1})
    return Z[:, :n_H, :: hparameters["stride"]], None


@conv_forward.mistake("The stride is not used at all: the output has the size that belongs to stride 1.")
def always_stride_one(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev, W, b, hparameters | {"stride": 1})


@conv_forward.mistake(
    "The images are not padded. Slide over the padded images, and count the padding in the size."
)
def ignores_the_padding(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev, W, b, hparameters | {"pad": 0})


@conv_forward.mistake("The padding repeats the edge of the image. It must be zeros.")
def repeats_the_edge(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    pad = hparameters["pad"]
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="edge")
    return _conv(padded, W, b, hparameters | {"pad": 0})


@conv_forward.mistake("The bias is missing. Add it once to every output.")
def leaves_out_the_bias(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev, W, 0 * b, hparameters)


@conv_forward.mistake(
    "The bias is inside the sum, so it is added for every pixel. Add it once, after the sum."
)
def bias_inside_the_sum(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev, W, b * (W.size // W.shape[3]), hparameters)


@conv_forward.mistake("Every filter gets the first bias. Filter c has the bias b[:, :, :, c].")
def first_bias_only(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev, W, np.full_like(b, b[0, 0, 0, 0]), hparameters)


@conv_forward.mistake("The bias is subtracted. It must be added.")
def subtracts_the_bias(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev, W, -b, hparameters)


@conv_forward.mistake("Only the first channel counts. Each window takes all channels.")
def first_channel_only(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev[..., :1], W[:, :, :1], b, hparameters)


@conv_forward.mistake("Every output channel uses the first filter. Channel c belongs to W[:, :, :, c].")
def first_filter_only(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev, W[..., [0] * W.shape[3]], b, hparameters)


@conv_forward.mistake(
    "Every output channel uses the first filter and the first bias. Use those of channel c."
)
def first_filter_and_bias_only(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    first = [0] * W.shape[3]
    return _conv(A_prev, W[..., first], b[..., first], hparameters)


@conv_forward.mistake(
    "The filters add up: each output channel still holds the ones before it. Start each from zero."
)
def filters_accumulate(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev, W.cumsum(axis=3), b.cumsum(axis=3), hparameters)


@conv_forward.mistake("Every example gets the answer of the first image. Take the window from image i.")
def first_example_only(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev[[0] * len(A_prev)], W, b, hparameters)


@conv_forward.mistake("Every example gets the answer of the last image. Take the window from image i.")
def last_example_only(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev[[-1] * len(A_prev)], W, b, hparameters)


@conv_forward.mistake(
    "Rows and columns of the output are exchanged: Z[i, h, w] belongs to the window in row h, column w."
)
def exchanges_rows_and_columns(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return oracles.correlate(A_prev, W, b, hparameters).transpose(0, 2, 1, 3), None


@conv_forward.mistake(
    "The last row and column of windows are missing. Look at the + 1 in the size of the output."
)
def forgets_the_last_window(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return oracles.correlate(A_prev, W, b, hparameters)[:, :-1, :-1], None


@conv_forward.mistake("The last row and column of outputs stay 0. Look at where the loops end.")
def leaves_the_last_output_zero(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    Z = oracles.correlate(A_prev, W, b, hparameters)
    Z[:, -1], Z[:, :, -1] = 0, 0
    return Z, None


@conv_forward.mistake("This is the mean of the products. A convolution adds them: np.sum, not np.mean.")
def mean_for_sum(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return _conv(A_prev, W / (W.size // W.shape[3]), b, hparameters)


@conv_forward.mistake(
    "Negative outputs become 0: an activation is applied. It belongs after the convolution."
)
def applies_relu(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return np.maximum(oracles.correlate(A_prev, W, b, hparameters), 0), None


@conv_forward.mistake("The outputs are cut to whole numbers. Do not convert them with int.")
def cuts_to_whole_numbers(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Answer:
    return np.trunc(oracles.correlate(A_prev, W, b, hparameters)), None
