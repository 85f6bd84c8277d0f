"""The wrong functions that people hand in, for the diagnosis."""

from __future__ import annotations

import numpy as np

from grader.course.authoring import Array
from grader.suites.cnn import oracles

from .stub import conv_single_step


def _b(b: Array) -> float:
    return float(b[0, 0, 0])


@conv_single_step.mistake("The bias is missing. Add it to the sum.")
def leaves_out_the_bias(a_slice_prev: Array, W: Array, b: Array) -> float:
    return float(np.sum(a_slice_prev * W))


@conv_single_step.mistake(
    "The bias is inside the sum, so it is added for every pixel. Add it once, after the sum."
)
def bias_inside_the_sum(a_slice_prev: Array, W: Array, b: Array) -> float:
    return float(np.sum(a_slice_prev * W + b))


@conv_single_step.mistake("The bias is subtracted. It must be added.")
def subtracts_the_bias(a_slice_prev: Array, W: Array, b: Array) -> float:
    return float(np.sum(a_slice_prev * W)) - _b(b)


@conv_single_step.mistake("The result is multiplied by the bias. It must be added.")
def multiplies_by_the_bias(a_slice_prev: Array, W: Array, b: Array) -> float:
    return float(np.sum(a_slice_prev * W)) * _b(b)


@conv_single_step.mistake("The window and the filter are added. They must be multiplied, element by element.")
def adds_instead_of_multiplying(a_slice_prev: Array, W: Array, b: Array) -> float:
    return float(np.sum(a_slice_prev + W)) + _b(b)


@conv_single_step.mistake("This is the mean of the products. A convolution adds them: np.sum, not np.mean.")
def mean_for_sum(a_slice_prev: Array, W: Array, b: Array) -> float:
    return float(np.mean(a_slice_prev * W)) + _b(b)


@conv_single_step.mistake("The filter is ignored: this is the sum of the window. Multiply by W first.")
def ignores_the_filter(a_slice_prev: Array, W: Array, b: Array) -> float:
    return float(np.sum(a_slice_prev)) + _b(b)


@conv_single_step.mistake("Only the first channel counts. The sum runs over all channels.")
def first_channel_only(a_slice_prev: Array, W: Array, b: Array) -> float:
    return float(np.sum(a_slice_prev[..., 0] * W[..., 0])) + _b(b)


@conv_single_step.mistake("Only the last channel counts. The sum runs over all channels.")
def last_channel_only(a_slice_prev: Array, W: Array, b: Array) -> float:
    return float(np.sum(a_slice_prev[..., -1] * W[..., -1])) + _b(b)


@conv_single_step.mistake(
    "The filter is flipped: this is true convolution. Deep learning lays the filter on as it is."
)
def flips_the_filter(a_slice_prev: Array, W: Array, b: Array) -> float:
    return float(np.sum(a_slice_prev * W[::-1, ::-1])) + _b(b)


@conv_single_step.mistake(
    "The filter is transposed: its rows meet the window's columns. Multiply place by place."
)
def transposes_the_filter(a_slice_prev: Array, W: Array, b: Array) -> float:
    return float(np.sum(a_slice_prev * W.transpose(1, 0, 2))) + _b(b)


@conv_single_step.mistake(
    "This is a matrix product. Window and filter are multiplied element by element: use *, not @."
)
def matrix_product(a_slice_prev: Array, W: Array, b: Array) -> float:
    return float(np.einsum("ijc,jkc->", a_slice_prev, W)) + _b(b)


@conv_single_step.mistake("The answer is cut to a whole number. Do not convert it with int.")
def cuts_to_a_whole_number(a_slice_prev: Array, W: Array, b: Array) -> float:
    return float(int(np.sum(a_slice_prev * W) + _b(b)))


@conv_single_step.mistake(
    "Negative answers become 0: an activation is applied. It belongs after the convolution."
)
def applies_relu(a_slice_prev: Array, W: Array, b: Array) -> float:
    return max(0.0, oracles.conv_single_step(a_slice_prev, W, b))
