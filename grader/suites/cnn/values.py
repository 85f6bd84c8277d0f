"""Numbers and sizes that the cases of all exercises share, and the two ideas behind the cases.

Rungs. Each ``Inputs`` switches on one factor (padding, stride, channels, ...) over the plainest case:
one example, one channel, one filter, a square image, stride 1, no padding, a filter that no flip or
transposition changes, positive numbers, no bias. So a mistake confined to one corner costs the
properties of that corner and no more. ``together`` switches everything on: nothing is blind there.
conv_forward's plainest case lies in a corner itself, pad = 0: see ``PADDED`` there.

Strata. Each draw first picks one: an easy one with the smallest sizes, to which shrinking goes, and
those that tell wrong answers from right ones (general, a single window, a filter as large as the image,
even filters, strides beyond the filter, padding beyond it).

Values are multiples of 1/4, at most 4 in size and never 0, unless the recipe says otherwise, so sums of
products are exact. Only ``Generator.integers`` is used: its stream is the same in NumPy 1.26 and 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.course.authoring import strategies as st

if TYPE_CHECKING:
    from grader.course.authoring import Array, Draw

Span = tuple[int, int]
"""The least and the greatest of a drawn integer."""

ONE: Span = (1, 1)
SOME: Span = (2, 3)
ANY: Span = (1, 3)

SIGNED, POSITIVE, NEGATIVE, LARGE, WHOLE = "signed", "positive", "negative", "large", "whole"


def numbers(rng: np.random.Generator, shape: tuple[int, ...], kind: str) -> Array:
    """Return numbers of one kind: signed, positive, negative, large (negative) or whole, none of them 0."""
    sizes = rng.integers(1, 17, size=shape)
    signs = 2 * rng.integers(0, 2, size=shape) - 1
    if kind == WHOLE:
        return np.asarray(sizes * signs, dtype=np.float64)
    if kind == LARGE:
        return np.asarray(-4096.0 * sizes - rng.integers(0, 4096, size=shape), dtype=np.float64)
    if kind == SIGNED:
        return np.asarray(sizes * signs / 4)
    return np.asarray(sizes / (4.0 if kind == POSITIVE else -4.0))


def distinct(rng: np.random.Generator, shape: tuple[int, ...], kind: str) -> Array:
    """Return numbers that are all different: no two pixels tie for a window's maximum."""
    count = int(np.prod(shape))
    ranks = np.argsort(np.argsort(rng.integers(0, 2**40, size=count), kind="stable"), kind="stable")
    lowest = {POSITIVE: 1, NEGATIVE: -count, LARGE: -count - 40_000}.get(kind, -(count // 2))
    step = 1.0 if kind == WHOLE else 0.25
    return np.asarray((ranks + lowest) * step, dtype=np.float64).reshape(shape)


def symmetric(W: Array) -> Array:
    """Return filters (f, f, ...) that no flip and no transposition of height and width changes."""
    near = np.minimum(np.arange(len(W)), np.arange(len(W))[::-1])
    rows, columns = np.minimum.outer(near, near), np.maximum.outer(near, near)
    return W[rows, columns]


def side(draw: Draw, span: Span) -> int:
    """Draw one integer of the span, the least first."""
    return int(draw(st.integers(*span)))


def sides(draw: Draw, span: Span, *, square: bool) -> tuple[int, int]:
    """Draw a height and a width, in pixels: equal if ``square``, else different."""
    n_H = side(draw, span)
    if square:
        return n_H, n_H
    low, high = span
    return n_H, int(draw(st.sampled_from([n for n in range(low, high + 2) if n != n_H])))


def pick(draw: Draw, options: tuple[str, ...]) -> str:
    """Draw one of the words; shrinking goes to the first."""
    return str(draw(st.sampled_from(options)))


def seed(draw: Draw) -> int:
    """Draw the seed of a case's numbers."""
    return int(draw(st.integers(0, 9999)))
