"""What a right conv_single_step keeps."""

from __future__ import annotations

import numpy as np

from grader.course.authoring import Array, Function, close, require, say
from grader.suites.cnn import oracles

from . import cases, free
from .stub import conv_single_step


def _scale(a_slice_prev: Array, W: Array, b: Array) -> float:
    """Bound the sum of |a| |w| over the window, plus |b|: f * f * n_C * max|a| * max|w| + max|b|."""
    return float(W.size * np.abs(a_slice_prev).max() * np.abs(W).max() + np.abs(b).max())


def _is_the_sum(f: Function, a_slice_prev: Array, W: Array, b: Array) -> None:
    expected = oracles.conv_single_step(a_slice_prev, W, b)
    close(f(a_slice_prev, W, b), expected, scale=_scale(a_slice_prev, W, b))


@conv_single_step.prop(
    points=1.5,
    hint="Multiply element by element, then add everything up with np.sum.",
    inputs=cases.ones,
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
    inputs=cases.oriented,
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
    inputs=cases.channels,
)
def channels(f: Function, a_slice_prev: Array, W: Array, b: Array) -> None:
    """All channels add up to one number."""
    _is_the_sum(f, a_slice_prev, W, b)


@conv_single_step.prop(
    points=1.5,
    hint="Add the bias once, after the sum; inside the sum it is added for every pixel.",
    inputs=cases.bias,
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


@conv_single_step.definition(
    points=1, hint="It should read as one line: the sum of all products, plus the bias.", inputs=free.free
)
def together(answer: float, a_slice_prev: Array, W: Array, b: Array) -> None:
    """Whatever the sizes and the numbers are, the answer is the sum of the products, plus the bias."""
    expected = float(np.sum(np.multiply(a_slice_prev, W, dtype=float)) + b.item())
    close(answer, expected, scale=_scale(a_slice_prev, W, b))
