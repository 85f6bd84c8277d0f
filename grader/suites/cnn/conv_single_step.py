"""Multiply one window by one filter, and add up."""

from __future__ import annotations

import numpy as np

from grader.course.authoring import Array, Function, close, exercise, require, say
from grader.suites.cnn import oracles, parts, strategies


@exercise(
    "One step of a convolution",
    inputs=strategies.step_products,
    contracts=strategies.step_together,
    oracle=parts.conv_single_step,
)
def conv_single_step(a_slice_prev: Array, W: Array, b: Array) -> float:
    """Apply one filter to one window.

    a_slice_prev and W are (f, f, n_C_prev), b is (1, 1, 1). Returns: one number.
    """
    raise NotImplementedError


def _scale(a_slice_prev: Array, W: Array, b: Array) -> float:
    """Bound the sum of |a| |w| over the window, plus |b|: f * f * n_C * max|a| * max|w| + max|b|."""
    return float(W.size * np.abs(a_slice_prev).max() * np.abs(W).max() + np.abs(b).max())


def _is_the_sum(f: Function, a_slice_prev: Array, W: Array, b: Array) -> None:
    expected = oracles.conv_single_step(a_slice_prev, W, b)
    close(f(a_slice_prev, W, b), expected, scale=_scale(a_slice_prev, W, b))


@conv_single_step.prop(
    points=1.5,
    hint="Multiply element by element, then add everything up with np.sum.",
    inputs=strategies.step_ones,
)
def filter_of_ones(f: Function, a_slice_prev: Array, W: Array, b: Array) -> None:
    """A filter of ones gives the sum of the window."""
    close(f(a_slice_prev, W, b), float(np.sum(a_slice_prev)), scale=_scale(a_slice_prev, W, b))


@conv_single_step.prop(
    points=2.5, hint="Each pixel is multiplied by the weight at its own place; then all are added."
)
def products(f: Function, a_slice_prev: Array, W: Array, b: Array) -> None:
    """The answer is the sum of all products of a pixel and its weight."""
    _is_the_sum(f, a_slice_prev, W, b)


@conv_single_step.prop(
    points=1.5,
    hint="The filter is not turned or transposed: a_slice_prev * W, not a matrix product.",
    inputs=strategies.step_oriented,
)
def orientation(f: Function, a_slice_prev: Array, W: Array, b: Array) -> None:
    """The filter lies on the window as it is: each weight meets the pixel at its own row and column."""
    _is_the_sum(f, a_slice_prev, W, b)
    one_hot = np.zeros_like(W)
    one_hot[0, -1, 0] = 1
    close(f(a_slice_prev, one_hot, b), float(a_slice_prev[0, -1, 0]), scale=_scale(a_slice_prev, one_hot, b))


@conv_single_step.prop(
    points=1.5,
    hint="The sum runs over all three axes: rows, columns and channels.",
    inputs=strategies.step_channels,
)
def channels(f: Function, a_slice_prev: Array, W: Array, b: Array) -> None:
    """All channels add up to one number."""
    _is_the_sum(f, a_slice_prev, W, b)


@conv_single_step.prop(
    points=1.5,
    hint="Add the bias once, after the sum; inside the sum it is added for every pixel.",
    inputs=strategies.step_bias,
)
def bias(f: Function, a_slice_prev: Array, W: Array, b: Array) -> None:
    """The bias is added once."""
    without = f(a_slice_prev, W, np.zeros_like(b))
    with_bias = f(a_slice_prev, W, b)
    require(
        with_bias != without,
        say("The answer is {answer} with and without the bias.", answer=with_bias),
        actual=with_bias,
    )
    close(with_bias - without, float(b[0, 0, 0]), scale=_scale(a_slice_prev, W, b))


@conv_single_step.prop(
    points=0.5,
    hint="It should read as one line: the sum of all products, plus the bias.",
    inputs=strategies.step_together,
)
def together(f: Function, a_slice_prev: Array, W: Array, b: Array) -> None:
    """All of this holds at once, for numbers of any sign and size."""
    _is_the_sum(f, a_slice_prev, W, b)


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
